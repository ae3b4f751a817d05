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
 * @param plan what was told; null if the plan was refused
 * @param refusal the word for the error that refused the plan, null if there is a plan
 * @param before what came before it, since the last flush
 * @param rows what the flush did to rows, in order; none if it failed
 * @param failure the word for the error that the flush raised, and {@code on insert} if a row was not inserted; null if it
 *     went through
 */
public record PlannedFlush(
        int step,
        @Nullable RemovalPlan plan,
        @Nullable String refusal,
        Before before,
        List<AuditedRow> rows,
        @Nullable String failure) {
    /** Keeps immutable copies. */
    public PlannedFlush {
        rows = List.copyOf(rows);
    }

    /**
     * What steps and plans did since the last flush.
     *
     * @param changed tables whose rows the steps may have changed for their own sake
     * @param readByPlans tables of which plans read entities, but those at both ends of relations that the steps changed
     * @param changedByPlans what plans did to rows, which should be nothing
     */
    public record Before(Set<String> changed, Set<String> readByPlans, List<AuditedRow> changedByPlans) {
        /** Keeps immutable copies. */
        public Before {
            changed = Set.copyOf(changed);
            readByPlans = Set.copyOf(readByPlans);
            changedByPlans = List.copyOf(changedByPlans);
        }
    }
}
