/** The ordered, immutable steps that the engine decides on and an adapter executes. */
@NullMarked
package io.github.cascadecontract.plan;

import org.jspecify.annotations.NullMarked;
