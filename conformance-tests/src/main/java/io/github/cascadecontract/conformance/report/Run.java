package io.github.cascadecontract.conformance.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The scenarios on one adapter, in one mode, through one door.
 *
 * @param adapter the adapter's name
 * @param provider the provider's name, for readers
 * @param version the provider's version
 * @param mode who decides
 * @param bytecode what was done to the entity classes
 * @param door how the scenarios were driven
 * @param seconds wall time
 * @param results one for each scenario at most, in the order of the suite
 */
public record Run(
        String adapter,
        String provider,
        String version,
        Mode mode,
        Bytecode bytecode,
        Door door,
        double seconds,
        List<Result> results) {
    /** Keeps an immutable copy. */
    public Run {
        Objects.requireNonNull(adapter, "adapter");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(bytecode, "bytecode");
        Objects.requireNonNull(door, "door");
        results = List.copyOf(results);
    }

    /**
     * A run with plain classes.
     *
     * @param adapter the adapter's name
     * @param provider the provider's name, for readers
     * @param version the provider's version
     * @param mode who decides
     * @param door how the scenarios were driven
     * @param seconds wall time
     * @param results one for each scenario at most, in the order of the suite
     */
    public Run(
            String adapter,
            String provider,
            String version,
            Mode mode,
            Door door,
            double seconds,
            List<Result> results) {
        this(adapter, provider, version, mode, Bytecode.PLAIN, door, seconds, results);
    }

    /** Mode, and what was done to the classes if anything was. */
    String kind() {
        return bytecode == Bytecode.PLAIN ? mode.text() : mode.text() + " " + bytecode.text();
    }

    /**
     * Adapter, mode, classes and door in words.
     *
     * @return for instance {@code hibernate contract enhanced entity-manager}
     */
    public String title() {
        return adapter + " " + kind() + " " + door.text();
    }

    /** All counts and the time in one line. */
    String summary() {
        String counts = Arrays.stream(Status.values())
                .map(status -> count(status) + " " + status.text())
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%s: %s in %.1f s", title(), counts, seconds);
    }

    /**
     * Counts the results of one kind.
     *
     * @param status the kind
     * @return how many, perhaps none
     */
    public long count(Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }
}
