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
    private final FlushCallbacks callbacks;

    RowUpdates(PersistenceContext context, SqlGateway gateway, FlushWork work, FlushCallbacks callbacks) {
        this.context = context;
        this.gateway = gateway;
        this.work = work;
        this.callbacks = callbacks;
    }

    /** Sends the keys that must change before anything is inserted. */
    void sendEarly() {
        List<RowChange> changes = new ArrayList<>();
        for (Step.SetReference step : work.earlyReferences()) {
            if (step.key().childSide() != null) callbacks.beforeUpdate(step.child());
            changes.add(keyChange(step.child(), step.key(), step.parent()));
        }
        sendSets(changes);
    }

    /** Sends everything that differs from the rows: one UPDATE per row. Tells whether there was anything. */
    boolean send() {
        List<RowChange> own = new ArrayList<>();
        List<RowChange> sets = new ArrayList<>();
        for (ManagedEntity managed : context.identities().withRows()) {
            if (work.isGoing(managed.entity())) continue;
            RowChange dirty = dirty(managed);
            RowChange change = withHiddenKeys(managed, dirty);
            if (change == null) continue;
            (dirty != null && gateway.has(managed.table(), Operation.UPDATE) ? own : sets).add(change);
        }
        own.forEach(this::sendOwn);
        sendSets(sets);
        return !own.isEmpty() || !sets.isEmpty();
    }

    /** A callback may change the entity that is going to be written. */
    private @Nullable RowChange dirty(ManagedEntity managed) {
        RowChange dirty = RowChange.dirty(managed);
        return dirty != null && callbacks.beforeUpdate(managed.entity()) ? RowChange.dirty(managed) : dirty;
    }

    private @Nullable RowChange withHiddenKeys(ManagedEntity managed, @Nullable RowChange dirty) {
        Map<ForeignKey, @Nullable Object> parents = work.hiddenParents().get(managed.entity());
        if (parents == null) return dirty;
        RowChange change = dirty == null ? new RowChange(managed.table(), managed.entity(), managed) : dirty;
        parents.forEach((key, parent) -> set(change, key, parent));
        return change;
    }

    private RowChange keyChange(Object child, ForeignKey key, @Nullable Object parent) {
        RowChange change = new RowChange(
                context.tableOf(child), child, context.identities().managed(child));
        return set(change, key, parent);
    }

    private RowChange set(RowChange change, ForeignKey key, @Nullable Object parent) {
        Object parentKey = parent == null ? null : context.idOf(parent);
        return change.set(change.table().columnsOf(key), context.tableOf(key).id(), parentKey);
    }

    private void sendOwn(RowChange change) {
        if (gateway.callOwn(change.table(), Operation.UPDATE, change.entity()) == 0) throw stale(change.table());
        change.written();
    }

    private void sendSets(List<RowChange> changes) {
        Map<SameColumns, List<RowChange>> together = new LinkedHashMap<>();
        for (RowChange change : changes)
            together.computeIfAbsent(
                            new SameColumns(change.table(), change.parameterColumns()), absent -> new ArrayList<>())
                    .add(change);
        together.values().forEach(this::sendSet);
    }

    /** What one statement can write; two tables may have columns of the same names and types. */
    private record SameColumns(EntityTable table, List<SqlColumn> columns) {}

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
