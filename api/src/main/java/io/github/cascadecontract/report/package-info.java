/** What a flush did: values that show and compare. */
@NullMarked
package io.github.cascadecontract.report;

import org.jspecify.annotations.NullMarked;
