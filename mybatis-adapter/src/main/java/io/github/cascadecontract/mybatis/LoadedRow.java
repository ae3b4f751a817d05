package io.github.cascadecontract.mybatis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One selected row.
 *
 * @param table the entity
 * @param key the key
 * @param values the values of {@link EntityTable#columns}
 * @param owner key of the entity for whose relation it was selected
 */
record LoadedRow(EntityTable table, Object key, @Nullable Object[] values, Object owner) {
    /** From the result of a generated statement. */
    static LoadedRow ofColumns(EntityTable table, EntityTable owner, Map<?, ?> columns) {
        EntityTable type = table.selection().classOfRow(columns);
        Object key = key(table.id(), "k", columns);
        return new LoadedRow(type, key, table.selection().values(type, columns), key(owner.id(), "o", columns));
    }

    /** The key in columns of a generated statement. */
    static Object key(IdColumns id, String letter, Map<?, ?> columns) {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < id.columns().size(); i++)
            parts.add(Objects.requireNonNull(columns.get(letter + i), "a part of a key"));
        return id.keyOf(parts);
    }

    /** From the result of an application's own statement, which is an entity; references count by their id. */
    static LoadedRow ofEntity(EntityTable table, Object entity) {
        List<Column> columns = table.columns();
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) values[i] = columns.get(i).read(entity);
        Object key = Objects.requireNonNull(table.id().read(entity), "id");
        return new LoadedRow(table, key, values, key);
    }
}
