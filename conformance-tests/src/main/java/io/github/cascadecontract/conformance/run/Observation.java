package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.recording.RecordedStatement;
import io.github.cascadecontract.conformance.report.RowCounts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a scenario.
 *
 * @param ending how it ended
 * @param finalRows all rows by table
 * @param byClient rows affected by the client's statements, by table
 * @param byDatabase rows affected by the database's own actions, by table
 * @param reading what was read, and on whose account
 * @param statements the statements sent, in order
 * @param looks what the looking steps saw
 * @param leftOpen connections that were not given back
 * @param planned the flushes before which a plan was asked for
 * @param misreported where the flushes say something else of themselves than the database saw, in words
 */
public record Observation(
        Ending ending,
        Map<String, List<Map<String, @Nullable Object>>> finalRows,
        Map<String, RowCounts> byClient,
        Map<String, RowCounts> byDatabase,
        Reading reading,
        List<RecordedStatement> statements,
        Map<String, @Nullable Object> looks,
        int leftOpen,
        List<PlannedFlush> planned,
        List<String> misreported) {
    /** Seen of an entity that the unit of work manages. */
    public static final String MANAGED = "managed";

    /** Seen of an entity that it does not manage. */
    public static final String NOT_MANAGED = "not managed";

    /**
     * What was seen without plans and reports.
     *
     * @param ending how it ended
     * @param finalRows all rows by table
     * @param byClient rows affected by the client's statements, by table
     * @param byDatabase rows affected by the database's own actions, by table
     * @param reading what was read, and on whose account
     * @param statements the statements sent, in order
     * @param looks what the looking steps saw
     * @param leftOpen connections that were not given back
     */
    public Observation(
            Ending ending,
            Map<String, List<Map<String, @Nullable Object>>> finalRows,
            Map<String, RowCounts> byClient,
            Map<String, RowCounts> byDatabase,
            Reading reading,
            List<RecordedStatement> statements,
            Map<String, @Nullable Object> looks,
            int leftOpen) {
        this(ending, finalRows, byClient, byDatabase, reading, statements, looks, leftOpen, List.of(), List.of());
    }

    /**
     * How a scenario ended.
     *
     * @param outcome {@code committed} and the like, or the kind of error
     * @param failedAtStep index of the step that raised the error, or {@code mapping}; null if none did
     * @param failure the error, or null
     */
    public record Ending(
            String outcome,
            @Nullable String failedAtStep,
            @Nullable Throwable failure) {}

    /**
     * What was read.
     *
     * @param ownAccount how often the unit of work read entities of a table on its own account
     * @param readForCaller tables of which entities were read at a step that asks for it in one provider and not in another: when
     *     the suite found a variable again, when a lazy inverse one-to-one was set whose setter reads the old value, and when a plan
     *     was asked for after a relation was changed
     * @param loadedByFind inverse one-to-ones that {@code find} loaded, such as {@code User.profile}, with the target's table
     * @param loadedWithOwner tables whose entities the provider loads with those that refer to them
     */
    public record Reading(
            Map<String, Integer> ownAccount,
            Set<String> readForCaller,
            Map<String, String> loadedByFind,
            Set<String> loadedWithOwner) {}

    /** Returns the same for a provider that has no excuse to load an inverse one-to-one by {@code find}. */
    Observation withoutExcuse() {
        Reading strict = new Reading(reading.ownAccount(), reading.readForCaller(), Map.of(), Set.of());
        return new Observation(
                ending, finalRows, byClient, byDatabase, strict, statements, looks, leftOpen, planned, misreported);
    }
}
