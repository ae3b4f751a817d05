/** What a check of a contract and its schema found: values that show, compare and assert. */
@NullMarked
package io.github.cascadecontract.finding;

import org.jspecify.annotations.NullMarked;
