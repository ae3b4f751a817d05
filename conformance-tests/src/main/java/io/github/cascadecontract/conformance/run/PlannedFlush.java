package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.recording.AuditedRow;
import io.github.cascadecontract.removal.RemovalPlan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A flush, and the plan that was asked for before it.
 *
 * @param step index of the step that flushed
 * @param plan what was told; null if the plan was refused, in place of the flush
 * @param changedTables tables whose rows the steps since the last flush may have changed for their own sake
 * @param byPlans what plans since the last flush did to rows, which should be nothing
 * @param rows what the flush did to rows, in order; none if it failed
 * @param failure the word for the error that the flush raised, null if it went through
 */
public record PlannedFlush(
        int step,
        @Nullable RemovalPlan plan,
        Set<String> changedTables,
        List<AuditedRow> byPlans,
        List<AuditedRow> rows,
        @Nullable String failure) {
    /** Keeps immutable copies. */
    public PlannedFlush {
        changedTables = Set.copyOf(changedTables);
        byPlans = List.copyOf(byPlans);
        rows = List.copyOf(rows);
    }
}
