/** What a check of a contract and its schema looks for: one class for each kind of finding. */
@NullMarked
package io.github.cascadecontract.check;

import org.jspecify.annotations.NullMarked;
