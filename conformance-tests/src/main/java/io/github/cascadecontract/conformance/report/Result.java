package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How one scenario came out in one run.
 *
 * @param scenario its id
 * @param status the verdict
 * @param rule the contract's rules or decisions at stake; null if none is named
 * @param expected what should have been seen; null if nothing was compared
 * @param observed what was seen; null if it was not run
 * @param difference one sentence, never empty for {@link Status#FAIL} and {@link Status#OPEN}; elsewhere the reason, or null
 * @param note a remark on how it was run or compared, or null
 * @param variants how it came out in the other ways in which it was played, by their names; empty if in none
 * @param unplanned why it was not planned first although it removes; null if it was, or does not remove
 */
public record Result(
        String scenario,
        Status status,
        @Nullable String rule,
        @Nullable Observables expected,
        @Nullable Observables observed,
        @Nullable String difference,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Status> variants,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unplanned) {
    /**
     * Refuses a failure that does not say what is different.
     *
     * @throws IllegalArgumentException if the sentence is missing
     */
    public Result {
        Objects.requireNonNull(scenario, "scenario");
        variants = Collections.unmodifiableMap(new TreeMap<>(variants));
        if (status.isDifferent() && (difference == null || difference.isBlank())) {
            throw new IllegalArgumentException(
                    "Scenario %s is %s but does not say what is different: give the difference as one sentence."
                            .formatted(scenario, status.text()));
        }
    }

    /**
     * A result that needs no remark.
     *
     * @param scenario its id
     * @param status the verdict
     * @param rule the rules at stake, or null
     * @param expected what should have been seen, or null
     * @param observed what was seen, or null
     * @param difference one sentence, or null where there is none
     */
    public Result(
            String scenario,
            Status status,
            @Nullable String rule,
            @Nullable Observables expected,
            @Nullable Observables observed,
            @Nullable String difference) {
        this(scenario, status, rule, expected, observed, difference, null);
    }

    /**
     * A result of one way to play a scenario.
     *
     * @param scenario its id
     * @param status the verdict
     * @param rule the rules at stake, or null
     * @param expected what should have been seen, or null
     * @param observed what was seen, or null
     * @param difference one sentence, or null where there is none
     * @param note a remark, or null
     */
    public Result(
            String scenario,
            Status status,
            @Nullable String rule,
            @Nullable Observables expected,
            @Nullable Observables observed,
            @Nullable String difference,
            @Nullable String note) {
        this(scenario, status, rule, expected, observed, difference, note, Map.of(), null);
    }

    /**
     * The same with what came of the other ways.
     *
     * @param sentence what is different, in any of them; null if nothing is
     * @param others how they came out
     */
    public Result with(@Nullable String sentence, Map<String, Status> others) {
        String told = sentence == null ? difference : sentence;
        return new Result(scenario, status, rule, expected, observed, told, note, others, unplanned);
    }

    /** The same, not planned first although it removes. */
    public Result unplanned(String reason) {
        return new Result(scenario, status, rule, expected, observed, difference, note, variants, reason);
    }
}
