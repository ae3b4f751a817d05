package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.recording.RowOrigin;
import io.github.cascadecontract.conformance.run.PlannedFlush;
import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares plans with what the row audit saw of the flushes after them. Rows deleted by the client, deleted by the database and
 * updated by the database are equal, table by table. Rows that the client updated are not all the removal's doing: where a step
 * has changed rows of the table for its own sake, the plan may tell fewer; the same holds for links that a step took out.
 */
final class PlanDifferences {
    /** Failures that a plan foresees; it is not asked about others. */
    private static final Set<String> FORESEEN =
            Set.of("integrity_violation:foreign_key", "integrity_violation:not_null", "protected_entity");

    private final PlannedFlush flush;
    private final RemovalPlan plan;
    private final List<String> found = new ArrayList<>();

    private PlanDifferences(PlannedFlush flush, RemovalPlan plan) {
        this.flush = flush;
        this.plan = plan;
    }

    /** Returns the differences in words; none if every flush did what its plan told. */
    static List<String> of(List<PlannedFlush> flushes) {
        return flushes.stream().flatMap(flush -> of(flush).stream()).toList();
    }

    private static List<String> of(PlannedFlush flush) {
        if (flush.plan() == null) {
            return List.of();
        }
        PlanDifferences differences = new PlanDifferences(flush, flush.plan());
        differences.compare();
        return differences.told();
    }

    private void compare() {
        if (!flush.byPlans().isEmpty()) {
            found.add("the plan itself has changed rows: " + flush.byPlans());
        }
        if (flush.failure() != null) {
            failure(flush.failure());
        } else if (plan.isBlocked()) {
            found.add("planned as blocked, and the flush went through");
        } else {
            rows(new FlushRows(flush.rows()));
        }
    }

    private void failure(String failure) {
        Set<String> obstacles = plan.obstacles().stream()
                .map(PlanDifferences::failureOf)
                .collect(Collectors.toCollection(TreeSet::new));
        if (FORESEEN.contains(failure) && !obstacles.contains(failure)) {
            found.add("planned %s, and the flush failed with %s"
                    .formatted(
                            obstacles.isEmpty() ? "to go through" : "to fail with " + String.join(" or ", obstacles),
                            failure));
        }
    }

    private static String failureOf(Obstacle obstacle) {
        return switch (obstacle.kind()) {
            case RESTRICT, NO_ACTION -> "integrity_violation:foreign_key";
            case NOT_NULL -> "integrity_violation:not_null";
            case PROTECTED -> "protected_entity";
        };
    }

    private void rows(FlushRows rows) {
        Set<String> tables = new TreeSet<>(plan.totals().keySet());
        tables.addAll(rows.tables());
        for (String table : tables) {
            compare(table, plan.totals(table), rows);
        }
    }

    private void compare(String table, RowTotals told, FlushRows rows) {
        boolean changed = flush.changedTables().contains(table);
        boolean isLinkTable = BaseTable.named(table).isEmpty();
        long deleted = rows.deleted(table, RowOrigin.CLIENT);
        long updated = rows.updated(table, RowOrigin.CLIENT);
        count(
                table + " deleted by the client",
                told.deletedByClient(),
                least(deleted, changed && isLinkTable),
                deleted);
        count(table + " updated by the client", told.updatedByClient(), least(updated, changed), updated);
        long deletedBelow = rows.deleted(table, RowOrigin.DATABASE);
        count(table + " deleted by the database", told.deletedByDatabase(), deletedBelow, deletedBelow);
        long updatedBelow = rows.updated(table, RowOrigin.DATABASE);
        count(table + " updated by the database", told.updatedByDatabase(), updatedBelow, updatedBelow);
    }

    private static long least(long observed, boolean partlyAsked) {
        return partlyAsked ? 0 : observed;
    }

    private void count(String what, long told, long least, long most) {
        if (told < least || told > most) {
            found.add("%s: planned %d, observed %d".formatted(what, told, most));
        }
    }

    /** The plan's tree stands below the first difference. */
    private List<String> told() {
        if (found.isEmpty()) {
            return found;
        }
        String tree = plan.toString().lines().map(line -> "      " + line).collect(Collectors.joining("\n"));
        return List.of("the plan before step %d is not what happened: %s\n%s\n  "
                .formatted(flush.step(), String.join("; ", found), tree));
    }
}
