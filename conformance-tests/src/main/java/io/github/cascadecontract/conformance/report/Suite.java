package io.github.cascadecontract.conformance.report;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What was run, and with which versions.
 *
 * @param scenarios where the scenarios come from, in words
 * @param started when the comparison began
 * @param versions name and version of all that can change a result (Java, database, recorded norm), in the order to show
 */
public record Suite(String scenarios, Instant started, Map<String, String> versions) {
    /** Keeps an immutable copy. */
    public Suite {
        Objects.requireNonNull(scenarios, "scenarios");
        Objects.requireNonNull(started, "started");
        versions = Copies.ordered(versions);
    }
}
