/** Mistakes that are easily made, each run natively and mended; {@code docs/broken-cases.md} is made of what was seen. */
@NullMarked
package io.github.cascadecontract.conformance.brokencases;

import org.jspecify.annotations.NullMarked;
