package io.github.cascadecontract.mybatis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of one existing row that an UPDATE writes. */
final class RowChange {
    private final EntityTable table;
    private final Object entity;
    private final @Nullable ManagedEntity managed;
    private final List<SqlColumn> columns = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private @Nullable Object nextVersion;

    /**
     * Begins with no column.
     *
     * @param table the entity's table
     * @param entity the entity
     * @param managed what the unit of work knows about it, null if it is detached
     */
    RowChange(EntityTable table, Object entity, @Nullable ManagedEntity managed) {
        this.table = table;
        this.entity = entity;
        this.managed = managed;
    }

    /** The columns whose values differ from those of the row; allocates nothing where none does. */
    static @Nullable RowChange dirty(ManagedEntity managed) {
        List<Column> columns = managed.table().columns();
        RowChange change = null;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (!column.updatable()) continue;
            Object value = column.read(managed.entity());
            if (column.sql().type().isUnchanged(value, managed.row()[i])) continue;
            if (change == null) change = new RowChange(managed.table(), managed.entity(), managed);
            change.set(column.sql(), value);
        }
        return change;
    }

    /** Lets a key refer to a parent or to nothing. */
    RowChange set(List<SqlColumn> key, IdColumns parent, @Nullable Object parentKey) {
        List<Object> parts = parentKey == null ? List.of() : parent.parts(parentKey);
        for (int i = 0; i < key.size(); i++) set(key.get(i), parts.isEmpty() ? null : parts.get(i));
        return this;
    }

    RowChange set(SqlColumn column, @Nullable Object value) {
        columns.add(column);
        values.add(value);
        return this;
    }

    EntityTable table() {
        return table;
    }

    Object entity() {
        return entity;
    }

    /** The columns of an {@code UPDATE}: id, old version, what is written, new version. */
    List<SqlColumn> parameterColumns() {
        Column version = table.version();
        List<SqlColumn> all = new ArrayList<>(table.id().sql());
        if (version != null) all.add(version.sql());
        all.addAll(columns);
        if (version != null) all.add(version.sql());
        return all;
    }

    /** The values of {@link #parameterColumns}. */
    @Nullable
    Object[] parameters() {
        List<@Nullable Object> all = new ArrayList<>(table.id().parts(key()));
        if (table.version() != null) all.add(version());
        all.addAll(values);
        if (table.version() != null) all.add(nextVersion());
        return all.toArray();
    }

    Object key() {
        Object key = managed == null ? table.id().read(entity) : managed.id();
        return Objects.requireNonNull(key, "what has a row has an id");
    }

    /** The version that the row must have. */
    @Nullable
    Object version() {
        Column version = table.version();
        if (version == null) return null;
        return managed == null ? version.read(entity) : managed.row()[table.versionPlace()];
    }

    /** The row has the values now. */
    void written() {
        if (managed == null) return;
        for (int i = 0; i < columns.size(); i++) remember(managed, columns.get(i), values.get(i));
        Column version = table.version();
        if (version == null) return;
        managed.row()[table.versionPlace()] = nextVersion();
        version.write(entity, nextVersion());
    }

    /** The same at every call, also where it is a time. */
    private Object nextVersion() {
        if (nextVersion == null) nextVersion = Versions.next(table, version());
        return nextVersion;
    }

    private static void remember(ManagedEntity managed, SqlColumn written, @Nullable Object value) {
        List<Column> columns = managed.table().columns();
        for (int i = 0; i < columns.size(); i++)
            if (columns.get(i).sql() == written)
                managed.row()[i] = written.type().memoryOf(value);
    }
}
