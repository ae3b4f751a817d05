package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.error.StaleEntityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Deletes rows: one statement per table and level, children first. A row that is gone is no error (rule TX-3). */
final class RowDeletes {
    private final PersistenceContext context;
    private final SqlGateway gateway;

    RowDeletes(PersistenceContext context, SqlGateway gateway) {
        this.context = context;
        this.gateway = gateway;
    }

    void send(List<Object> entities) {
        WriteOrder<Object> order = new WriteOrder<>(
                context::tableOf,
                entity -> context.tableOf(entity).model().referringKeys().stream()
                        .map(ForeignKey::child)
                        .toList());
        for (List<Object> rows : order.statements(entities)) send(context.tableOf(rows.get(0)), rows);
        entities.forEach(context.identities()::release);
    }

    private void send(EntityTable table, List<Object> entities) {
        boolean ownSet = gateway.has(table, Operation.DELETE_BY_IDS);
        if (!ownSet && gateway.has(table, Operation.DELETE))
            entities.forEach(entity -> gateway.callOwn(table, Operation.DELETE, entity));
        else if (!ownSet && table.version() != null) sendVersions(table, entities);
        else gateway.delete(table, keys(table, entities));
    }

    private void sendVersions(EntityTable table, List<Object> entities) {
        Column version = Objects.requireNonNull(table.version());
        List<SqlColumn> columns = new ArrayList<>(table.id().sql());
        columns.add(version.sql());
        RowSet rows = new RowSet(columns);
        for (Object entity : entities) {
            RowChange row = new RowChange(table, entity, context.identities().managed(entity));
            List<@Nullable Object> values = new ArrayList<>(table.id().parts(row.key()));
            values.add(row.version());
            rows.add(values.toArray());
        }
        boolean missed = gateway.deleteVersions(table, rows) < entities.size();
        if (missed && !gateway.existing(table, keys(table, entities)).isEmpty())
            throw new StaleEntityException(table.name(), null);
    }

    private static List<Object> keys(EntityTable table, List<Object> entities) {
        List<Object> keys = new ArrayList<>();
        for (Object entity : entities)
            keys.add(Objects.requireNonNull(table.id().read(entity), "what has a row has an id"));
        return keys;
    }
}
