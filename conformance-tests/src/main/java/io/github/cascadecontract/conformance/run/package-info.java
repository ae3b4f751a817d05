/**
 * Runs scenarios: steps become calls on an adapter through one of the doors, and what happens is observed. Judges nothing.
 */
@NullMarked
package io.github.cascadecontract.conformance.run;

import org.jspecify.annotations.NullMarked;
