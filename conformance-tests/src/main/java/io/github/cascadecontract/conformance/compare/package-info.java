/** Judges what was seen: which expectation holds, and how the observation differs from it on every channel. */
@NullMarked
package io.github.cascadecontract.conformance.compare;

import org.jspecify.annotations.NullMarked;
