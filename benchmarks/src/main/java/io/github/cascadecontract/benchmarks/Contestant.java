package io.github.cascadecontract.benchmarks;

/**
 * One way to do the same thing.
 *
 * @param name for the report
 * @param operation prepares, measures and cleans up; returns the nanoseconds of the measured part alone
 */
record Contestant(String name, Operation operation) {
    /** A measured operation. */
    interface Operation {
        /** Runs once. */
        long nanos() throws Exception;
    }
}
