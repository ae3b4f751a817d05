package io.github.cascadecontract.conformance.report;

import java.util.List;

/**
 * All that one comparison found.
 *
 * @param suite what was run, and with which versions
 * @param runs one for each adapter, mode and door, in the order of the page's columns
 */
public record ComparisonReport(Suite suite, List<Run> runs) {
    /** Keeps an immutable copy. */
    public ComparisonReport {
        runs = List.copyOf(runs);
    }
}
