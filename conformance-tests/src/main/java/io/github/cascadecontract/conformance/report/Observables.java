package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a scenario: what should be, or what was. A null map is not compared, or not known. Whole numbers
 * are kept as {@code Long}, so that equal observations are equal whatever the driver calls them.
 *
 * @param outcome {@code committed}, or the kind of error
 * @param failedAtStep the index of the step that raised it, or {@code mapping}; null if none did
 * @param finalRows all rows by table; the value {@code {"any": true}} in an expectation stands for any value
 * @param byClient rows affected by the client's statements, by table
 * @param byDatabase rows removed or changed by the database's own actions, by table
 * @param selects SELECTs that the unit of work sent on its own account, by table
 * @param sql the statements sent, in order; empty in an expectation
 * @param looks what the scenario's looking steps saw, by what they looked at
 */
public record Observables(
        String outcome,

        @JsonSerialize(converter = StepIndex.class) @Nullable
        String failedAtStep,

        @Nullable Map<String, List<Map<String, @Nullable Object>>> finalRows,
        @Nullable Map<String, RowCounts> byClient,
        @Nullable Map<String, RowCounts> byDatabase,
        @Nullable Map<String, Integer> selects,
        List<Statement> sql,
        Map<String, @Nullable Object> looks) {
    /** Keeps an immutable copy. */
    public Observables {
        Objects.requireNonNull(outcome, "outcome");
        finalRows = finalRows == null ? null : Copies.rows(finalRows);
        byClient = byClient == null ? null : Copies.ordered(byClient);
        byDatabase = byDatabase == null ? null : Copies.ordered(byDatabase);
        selects = selects == null ? null : Copies.ordered(selects);
        sql = List.copyOf(sql);
        looks = Copies.values(looks);
    }
}
