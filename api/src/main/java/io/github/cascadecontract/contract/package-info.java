/** The cascade contract of an application: its entities and relations, linked and validated as a whole. */
@NullMarked
package io.github.cascadecontract.contract;

import org.jspecify.annotations.NullMarked;
