package io.github.cascadecontract.spi;

import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.report.ClientRows;
import io.github.cascadecontract.report.FlushReport;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows that one unit of work has written since the last report. The engine makes it; an adapter tells it every row that its
 * own statements or its provider's have affected, as the database counted them. {@link RowStatements} do so by themselves.
 * Tables are given as a statement writes them. Not thread-safe.
 */
public final class RowCounter {
    private final Map<Place, Counts> written = new LinkedHashMap<>();
    private final Map<Object, RemovalPlan> planned = new IdentityHashMap<>();
    private final List<RemovalPlan> carriedOut = new ArrayList<>();

    private record Place(String table, @Nullable String entity) {}

    private static final class Counts {
        private long inserted;
        private long updated;
        private long deleted;
    }

    /**
     * Rows were inserted.
     *
     * @param entity name of the entity, null if the table is nobody's: link rows, element collections
     */
    public void inserted(String table, @Nullable String entity, long rows) {
        if (rows > 0) counts(table, entity).inserted += rows;
    }

    /** Rows were updated, see {@link #inserted}. */
    public void updated(String table, @Nullable String entity, long rows) {
        if (rows > 0) counts(table, entity).updated += rows;
    }

    /** Rows were deleted, see {@link #inserted}. */
    public void deleted(String table, @Nullable String entity, long rows) {
        if (rows > 0) counts(table, entity).deleted += rows;
    }

    /** The removal of an entity was planned; one that tells what else is removed makes earlier ones needless. */
    public void planned(Object entity, RemovalPlan plan) {
        if (plan.roots().size() > 1) planned.clear();
        planned.put(entity, plan);
    }

    /** An entity was removed. */
    public void removed(Object entity) {
        RemovalPlan plan = planned.isEmpty() ? null : planned.remove(entity);
        if (plan != null) carriedOut.add(plan);
    }

    /** Entities are no longer what they were planned as. */
    public void forgetPlans() {
        planned.clear();
    }

    /** What was noted since this was last asked. */
    public FlushReport take() {
        if (written.isEmpty() && carriedOut.isEmpty()) return FlushReport.NOTHING;
        FlushReport report = FlushReport.of(clientRows(), carriedOut);
        written.clear();
        carriedOut.clear();
        return report;
    }

    private Counts counts(String table, @Nullable String entity) {
        return written.computeIfAbsent(new Place(table, entity), absent -> new Counts());
    }

    /** Providers write the same table in more than one way. */
    private List<ClientRows> clientRows() {
        Map<Place, ClientRows> rows = new LinkedHashMap<>();
        written.forEach((place, counts) -> {
            Place readable = new Place(WrittenName.readable(place.table()), place.entity());
            ClientRows more = new ClientRows(
                    readable.table(), readable.entity(), counts.inserted, counts.updated, counts.deleted);
            rows.merge(readable, more, ClientRows::plus);
        });
        return List.copyOf(rows.values());
    }
}
