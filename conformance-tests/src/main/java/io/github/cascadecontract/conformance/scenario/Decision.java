package io.github.cascadecontract.conformance.scenario;

import org.jspecify.annotations.Nullable;

/**
 * Why a scenario does not come out as recorded.
 *
 * @param scenario its id
 * @param rule rule of the contract, or the words that Java has not
 * @param decision number of a further decision, or null
 * @param because one sentence
 * @param expectation what the contract expects; null if the scenario is not portable
 */
public record Decision(
        String scenario,
        String rule,
        @Nullable String decision,
        String because,
        @Nullable Expectation expectation) {
    /** Returns whether Java has a word for the scenario at all. */
    public boolean isPortable() {
        return expectation != null;
    }

    /** Returns rule and decision, such as {@code PER-4, K16}. */
    public String rules() {
        return decision == null || decision.equals(rule) ? rule : rule + ", " + decision;
    }
}
