package io.github.cascadecontract.conformance.run;

/** What came of running a scenario. */
public sealed interface Attempt {
    /**
     * It was run.
     *
     * @param observation what was seen
     */
    record Observed(Observation observation) implements Attempt {}

    /**
     * It was not run, or not to its end.
     *
     * @param reason why, one clause
     */
    record Unsupported(String reason) implements Attempt {}
}
