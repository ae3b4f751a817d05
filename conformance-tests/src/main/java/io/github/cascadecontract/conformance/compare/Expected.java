package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.scenario.Decision;
import io.github.cascadecontract.conformance.scenario.Expectation;
import org.jspecify.annotations.Nullable;

/**
 * The expectation that holds for one run of a scenario.
 *
 * @param expectation what should be seen
 * @param decision the decision that it comes from; null if it was recorded
 * @param note how it was chosen, or null
 */
record Expected(
        Expectation expectation,
        @Nullable Decision decision,
        @Nullable String note) {
    /** Returns the same with another expectation. */
    Expected with(Expectation other) {
        return new Expected(other, decision, note);
    }
}
