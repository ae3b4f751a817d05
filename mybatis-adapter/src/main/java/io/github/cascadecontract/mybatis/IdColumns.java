package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.mapping.EntityId;
import io.github.cascadecontract.mapping.NestedAttribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an id. Within the adapter a row is known by its key: the value of the only column, or of several columns
 * the list of their values.
 */
final class IdColumns {
    private final EntityId identity;
    private final List<Column> columns;

    IdColumns(EntityId identity, List<Column> columns) {
        this.identity = identity;
        this.columns = List.copyOf(columns);
    }

    List<Column> columns() {
        return columns;
    }

    List<SqlColumn> sql() {
        return columns.stream().map(Column::sql).toList();
    }

    /** The column of an id that is known to have one. */
    SqlColumn single() {
        return columns.get(0).sql();
    }

    /** The key of an entity as its attributes have it now, null if it is incomplete. */
    @Nullable
    Object read(Object entity) {
        List<Object> parts = new ArrayList<>(columns.size());
        for (Column column : columns) {
            Object part = column.attribute().get(entity);
            if (part == null) return null;
            parts.add(part);
        }
        return keyOf(parts);
    }

    void write(Object entity, Object key) {
        List<Object> parts = parts(key);
        Attribute first = columns.get(0).attribute();
        if (first instanceof NestedAttribute) Attributes.topOf(first).set(entity, identity.of(parts));
        else for (int i = 0; i < parts.size(); i++) columns.get(i).attribute().set(entity, parts.get(i));
    }

    /** The key for an id as the application has it. */
    Object keyOfId(Object id) {
        return keyOf(identity.valuesOf(id));
    }

    /** The id as the application has it. */
    Object idOfKey(Object key) {
        return identity.of(parts(key));
    }

    /** The class of the id as the application has it. */
    Class<?> type() {
        return identity.type();
    }

    /** The values of the columns. */
    List<Object> parts(Object key) {
        if (columns.size() == 1) return List.of(key);
        List<Object> parts = new ArrayList<>();
        for (Object part : (List<?>) key) parts.add(part);
        return parts;
    }

    Object keyOf(List<Object> parts) {
        return parts.size() == 1 ? parts.get(0) : List.copyOf(parts);
    }
}
