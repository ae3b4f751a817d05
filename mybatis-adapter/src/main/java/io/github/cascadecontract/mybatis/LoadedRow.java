package io.github.cascadecontract.mybatis;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One selected row.
 *
 * @param id the id
 * @param values the values of {@link EntityTable#columns}
 * @param owner id of the entity for whose relation it was selected
 */
record LoadedRow(Object id, @Nullable Object[] values, Object owner) {
    /** From the result of a generated statement. */
    static LoadedRow ofColumns(EntityTable table, Map<?, ?> columns) {
        @Nullable Object[] values = new Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) values[i] = columns.get("c" + (i + 1));
        Object id = Objects.requireNonNull(columns.get("c0"), "id");
        return new LoadedRow(id, values, Objects.requireNonNull(columns.get("owner"), "owner"));
    }

    /** From the result of an application's own statement, which is an entity; references count by their id. */
    static LoadedRow ofEntity(EntityTable table, Object entity) {
        List<Column> columns = table.columns();
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) values[i] = columns.get(i).read(entity);
        Object id = Objects.requireNonNull(table.id().read(entity), "id");
        return new LoadedRow(id, values, id);
    }
}
