package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.recording.RowOrigin;
import io.github.cascadecontract.conformance.run.PlannedFlush;
import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the rows that a plan tells with what the row audit saw of the flush. Rows deleted by the client, deleted by the database
 * and updated by the database are equal, table by table. Rows that the client updated are not all the removal's doing: where a
 * step has changed the table for its own sake, the plan may tell fewer; so with link rows that a step took out.
 */
final class PlannedRowDifferences {
    private final Set<String> changed;
    private final FlushRows rows;
    private final List<String> found = new ArrayList<>();

    private PlannedRowDifferences(PlannedFlush flush) {
        this.changed = flush.before().changed();
        this.rows = new FlushRows(flush.rows());
    }

    static List<String> of(RemovalPlan plan, PlannedFlush flush) {
        PlannedRowDifferences differences = new PlannedRowDifferences(flush);
        Set<String> tables = new TreeSet<>(plan.totals().keySet());
        tables.addAll(differences.rows.tables());
        tables.forEach(table -> differences.compare(table, plan.totals(table)));
        return differences.found;
    }

    private void compare(String table, RowTotals planned) {
        Count deleted = new Count(table + " deleted by the client", rows.deleted(table, RowOrigin.CLIENT));
        Count updated = new Count(table + " updated by the client", rows.updated(table, RowOrigin.CLIENT));
        boolean isChanged = changed.contains(table);
        if (isChanged && BaseTable.named(table).isEmpty()) {
            atMost(planned.deletedByClient(), deleted);
        } else {
            equal(planned.deletedByClient(), deleted);
        }
        if (isChanged) {
            atMost(planned.updatedByClient(), updated);
        } else {
            equal(planned.updatedByClient(), updated);
        }
        equal(
                planned.deletedByDatabase(),
                new Count(table + " deleted by the database", rows.deleted(table, RowOrigin.DATABASE)));
        equal(
                planned.updatedByDatabase(),
                new Count(table + " updated by the database", rows.updated(table, RowOrigin.DATABASE)));
    }

    private void equal(long planned, Count observed) {
        if (planned != observed.rows()) {
            found.add("%s: planned %d, observed %d".formatted(observed.what(), planned, observed.rows()));
        }
    }

    private void atMost(long planned, Count observed) {
        if (planned > observed.rows()) {
            found.add("%s: planned %d, observed only %d".formatted(observed.what(), planned, observed.rows()));
        }
    }

    private record Count(String what, long rows) {}
}
