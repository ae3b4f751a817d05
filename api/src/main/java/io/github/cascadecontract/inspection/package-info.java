/** Where plans and checks of a contract begin. */
@NullMarked
package io.github.cascadecontract.inspection;

import org.jspecify.annotations.NullMarked;
