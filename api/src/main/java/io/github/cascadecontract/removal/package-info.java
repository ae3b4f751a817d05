/** What a removal would do, told before it is done: values that show, compare and assert. */
@NullMarked
package io.github.cascadecontract.removal;

import org.jspecify.annotations.NullMarked;
