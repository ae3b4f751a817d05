package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Updates rows: one statement per table and set of changed columns. A row that is gone or has another version is stale. */
final class RowUpdates {
    private final PersistenceContext context;
    private final SqlGateway gateway;
    private final FlushWork work;

    RowUpdates(PersistenceContext context, SqlGateway gateway, FlushWork work) {
        this.context = context;
        this.gateway = gateway;
        this.work = work;
    }

    /** Sends the keys that must change before anything is inserted. */
    void sendEarly() {
        List<RowChange> changes = new ArrayList<>();
        for (Step.SetReference step : work.earlyReferences())
            changes.add(keyChange(step.child(), step.key(), step.parent()));
        sendSets(changes);
    }

    /** Sends everything that differs from the rows: one UPDATE per row. Tells whether there was anything. */
    boolean send() {
        List<RowChange> own = new ArrayList<>();
        List<RowChange> sets = new ArrayList<>();
        for (ManagedEntity managed : context.identities().withRows()) {
            if (work.isGoing(managed.entity())) continue;
            RowChange dirty = RowChange.dirty(managed);
            RowChange change = withHiddenKeys(managed, dirty);
            if (change == null) continue;
            (dirty != null && gateway.has(managed.table(), Operation.UPDATE) ? own : sets).add(change);
        }
        own.forEach(this::sendOwn);
        sendSets(sets);
        return !own.isEmpty() || !sets.isEmpty();
    }

    private @Nullable RowChange withHiddenKeys(ManagedEntity managed, @Nullable RowChange dirty) {
        Map<ForeignKey, @Nullable Object> parents = work.hiddenParents().get(managed.entity());
        if (parents == null) return dirty;
        RowChange change = dirty == null ? new RowChange(managed.table(), managed.entity(), managed) : dirty;
        parents.forEach((key, parent) -> change.set(managed.table().column(key), idOf(parent)));
        return change;
    }

    private RowChange keyChange(Object child, ForeignKey key, @Nullable Object parent) {
        EntityTable table = context.tableOf(child);
        return new RowChange(table, child, context.identities().managed(child)).set(table.column(key), idOf(parent));
    }

    private @Nullable Object idOf(@Nullable Object parent) {
        return parent == null ? null : context.idOf(parent);
    }

    private void sendOwn(RowChange change) {
        if (gateway.callOwn(change.table(), Operation.UPDATE, change.entity()) == 0) throw stale(change.table());
        change.written();
    }

    private void sendSets(List<RowChange> changes) {
        Map<List<SqlColumn>, List<RowChange>> byColumns = new LinkedHashMap<>();
        for (RowChange change : changes)
            byColumns
                    .computeIfAbsent(change.parameterColumns(), absent -> new ArrayList<>())
                    .add(change);
        byColumns.values().forEach(this::sendSet);
    }

    private void sendSet(List<RowChange> changes) {
        EntityTable table = changes.get(0).table();
        RowSet rows = new RowSet(changes.get(0).parameterColumns());
        for (RowChange change : changes) rows.add(change.parameters());
        if (gateway.update(table, rows) < changes.size()) throw stale(table);
        changes.forEach(RowChange::written);
    }

    private static StaleEntityException stale(EntityTable table) {
        return new StaleEntityException(table.name(), null);
    }
}
