package io.github.cascadecontract.spi;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.EntityId;
import io.github.cascadecontract.mapping.TableMapping;
import io.github.cascadecontract.mapping.TableName;
import io.github.cascadecontract.plan.RowsBelow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Statements on keys and link rows that every adapter may need beside its provider, set-wise, on the connection and in the
 * transaction of the unit of work. They change nothing in memory. An id is the value itself, or for a composite id an
 * instance of its embeddable or id class.
 */
public final class RowStatements {
    private final Connection connection;
    private final RowCounter counter;

    /**
     * Makes statements that only ask, or whose rows nobody counts.
     *
     * @param connection the connection of the unit of work; it is not closed
     */
    public RowStatements(Connection connection) {
        this(connection, new RowCounter());
    }

    /**
     * Makes statements for a connection.
     *
     * @param connection the connection of the unit of work; it is not closed
     * @param counter is told which rows are written
     */
    public RowStatements(Connection connection, RowCounter counter) {
        this.connection = connection;
        this.counter = counter;
    }

    /** Which of the given ids have a row: one SELECT of ids (rule SES-1). */
    public Set<Object> existing(EntityModel entity, Collection<?> ids) throws SQLException {
        EntityId identity = entity.mapping().identity();
        List<String> columns = entity.mapping().idColumns();
        List<List<Object>> tuples = tuples(identity, ids);
        List<Class<?>> types =
                tuples.get(0).stream().<Class<?>>map(Object::getClass).toList();
        Sql sql = new Sql("SELECT %s FROM %s WHERE "
                        .formatted(Sql.list(columns), entity.mapping().table()))
                .anyOf(columns, tuples);
        return new HashSet<>(ids(identity, sql.query(connection, types)));
    }

    /**
     * The parent that the row of a child refers to: one SELECT.
     *
     * @return its id, null if the key is NULL or the row is gone
     */
    public @Nullable Object parentId(ForeignKey key, Object childId) throws SQLException {
        EntityModel child = key.child();
        EntityId parent = key.parent().mapping().identity();
        List<List<@Nullable Object>> rows = new Sql(
                        "SELECT %s FROM %s WHERE ".formatted(Sql.list(key.columns()), key.table()))
                .equal(child.mapping().idColumns(), child.mapping().identity().valuesOf(childId))
                .query(connection, parent.columnTypes());
        return first(ids(parent, rows));
    }

    /**
     * A row that refers to a parent: one SELECT. Of several the one with the lowest id.
     *
     * @return its id, null if there is none
     */
    public @Nullable Object childId(ForeignKey key, Object parentId) throws SQLException {
        RowsBelow children = new RowsBelow(List.of(new RowsBelow.Level(key, List.of())), null);
        return first(firstIds(new RowsBelowSql(children, parentId, id -> id), children, 1));
    }

    /**
     * Handles rows below an entity, or their link rows, without reading them: one DELETE or UPDATE (rules REM-1, REM-3).
     *
     * @param operation what happens to the rows of the lowest level; link rows are deleted
     * @param parentId the id of the entity
     * @param idOf tells the ids of the entities that a level excludes, null for one without a row
     * @return rows affected
     */
    public int handle(
            RowsBelow rows, RowsBelow.Operation operation, Object parentId, Function<Object, @Nullable Object> idOf)
            throws SQLException {
        Sql sql = statement(new RowsBelowSql(rows, parentId, idOf), rows, operation);
        return send(sql, rows, operation);
    }

    /**
     * The statement of {@link #handle}, with {@code ?} for values.
     *
     * @param operation what happens to the rows of the lowest level; link rows are deleted
     */
    public static String text(RowsBelow rows, RowsBelow.Operation operation) {
        return statement(new RowsBelowSql(rows, null, id -> id), rows, operation)
                .toString();
    }

    private static Sql statement(RowsBelowSql sql, RowsBelow rows, RowsBelow.Operation operation) {
        Relation links = rows.links();
        if (links != null) return sql.deleteLinks(links);
        return switch (operation) {
            case DELETE -> sql.delete();
            case SET_NULL -> sql.setNull();
        };
    }

    private int send(Sql sql, RowsBelow rows, RowsBelow.Operation operation) throws SQLException {
        Relation links = rows.links();
        if (links != null) return unlinked(links, sql.update(connection));
        return switch (operation) {
            case DELETE -> delete(sql, rows.entity());
            case SET_NULL -> updated(rows.last().key(), sql.update(connection));
        };
    }

    private int delete(Sql sql, EntityModel entity) throws SQLException {
        List<TableMapping> tables = RowsBelowSql.tablesOf(entity);
        List<Integer> rows = tables.size() == 1 ? List.of(sql.update(connection)) : sql.counts(connection);
        int last = 0;
        for (int i = 0; i < rows.size(); i++) last = deleted(tables.get(i), entity, rows.get(i));
        return last;
    }

    /**
     * Lets the keys of the given children refer to one parent or to nothing: one UPDATE.
     *
     * @param parentId id of the parent, null for NULL
     * @return rows affected
     */
    public int setKey(ForeignKey key, @Nullable Object parentId, Collection<?> childIds) throws SQLException {
        EntityModel child = key.child();
        List<? extends @Nullable Object> values = parentId == null
                ? Collections.nCopies(key.columns().size(), null)
                : key.parent().mapping().identity().valuesOf(parentId);
        Sql sql = new Sql("UPDATE %s SET ".formatted(key.table()))
                .assign(key.columns(), values)
                .add(" WHERE ")
                .anyOf(child.mapping().idColumns(), tuples(child.mapping().identity(), childIds));
        return updated(key, sql.update(connection));
    }

    /**
     * Deletes rows by id: one DELETE, or one for each table where entities are joined of several. Rows that are gone are no
     * error (rule TX-3).
     *
     * @return entities whose rows were deleted
     */
    public int delete(EntityModel entity, Collection<?> ids) throws SQLException {
        List<List<Object>> tuples = tuples(entity.mapping().identity(), ids);
        int deleted = 0;
        for (TableMapping table : RowsBelowSql.tablesOf(entity))
            deleted = deleted(table, entity, deleteWhere(table.table(), table.idColumns(), tuples));
        return deleted;
    }

    /** Deletes all link rows of the given entities at one end of a many-to-many: one DELETE. */
    public int clearLinks(Relation end, Collection<?> ids) throws SQLException {
        LinkTable table = end.linkTable();
        return unlinked(end, deleteWhere(table.table(), table.columnsOf(end), tuples(identity(end.entity()), ids)));
    }

    /** Deletes the link rows between one entity and the given targets: one DELETE. */
    public int removeLinks(Relation end, Object id, Collection<?> targetIds) throws SQLException {
        LinkTable table = end.linkTable();
        Sql sql = new Sql("DELETE FROM %s WHERE ".formatted(table.table()))
                .equal(table.columnsOf(end), identity(end.entity()).valuesOf(id))
                .add(" AND ")
                .anyOf(table.columnsOfTarget(end), tuples(identity(end.target()), targetIds));
        return unlinked(end, sql.update(connection));
    }

    /**
     * Inserts the link rows between one entity and the given targets: one INSERT. A link is there or not: one that is there
     * already is left alone, a target given twice is linked once (rule M2M-3).
     *
     * @return rows inserted
     */
    public int addLinks(Relation end, Object id, Collection<?> targetIds) throws SQLException {
        LinkTable table = end.linkTable();
        List<String> here = table.columnsOf(end);
        List<String> there = table.columnsOfTarget(end);
        List<Object> values = identity(end.entity()).valuesOf(id);
        List<String> far = IntStream.range(0, there.size())
                .mapToObj(position -> "far.id" + position)
                .toList();
        Sql sql = new Sql("INSERT INTO %s (%s, %s) SELECT DISTINCT "
                        .formatted(table.table(), Sql.list(here), Sql.list(there)))
                .values(values)
                .add(", %s FROM ".formatted(Sql.list(far)))
                .table("far", unqualified(far), tuples(identity(end.target()), targetIds))
                .add(" WHERE NOT EXISTS (SELECT 1 FROM %s present WHERE ".formatted(table.table()))
                .equal(here.stream().map(column -> "present." + column).toList(), values)
                .add(" AND " + joined(there, far) + ")");
        int inserted = sql.update(connection);
        counter.inserted(table.table().toString(), null, inserted);
        return inserted;
    }

    private int unlinked(Relation end, int rows) {
        counter.deleted(end.linkTable().table().toString(), null, rows);
        return rows;
    }

    private int updated(ForeignKey key, int rows) {
        counter.updated(key.table().toString(), key.child().name(), rows);
        return rows;
    }

    private int deleted(TableMapping table, EntityModel entity, int rows) {
        counter.deleted(table.table().toString(), entity.name(), rows);
        return rows;
    }

    private static List<String> unqualified(List<String> columns) {
        return columns.stream()
                .map(column -> column.substring(column.indexOf('.') + 1))
                .toList();
    }

    private static String joined(List<String> there, List<String> far) {
        List<String> pairs = IntStream.range(0, there.size())
                .mapToObj(position -> "present.%s = %s".formatted(there.get(position), far.get(position)))
                .toList();
        return String.join(" AND ", pairs);
    }

    private List<Object> firstIds(RowsBelowSql sql, RowsBelow rows, int limit) throws SQLException {
        EntityId identity = identity(rows.entity());
        return ids(identity, sql.firstIds(limit).query(connection, identity.columnTypes()));
    }

    private int deleteWhere(TableName table, List<String> columns, List<List<Object>> tuples) throws SQLException {
        return new Sql("DELETE FROM %s WHERE ".formatted(table))
                .anyOf(columns, tuples)
                .update(connection);
    }

    private static EntityId identity(EntityModel entity) {
        return entity.mapping().identity();
    }

    private static List<List<Object>> tuples(EntityId identity, Collection<?> ids) {
        return ids.stream().map(id -> identity.valuesOf(id)).toList();
    }

    /** Rows of which a column is NULL refer to nothing. */
    private static List<Object> ids(EntityId identity, List<List<@Nullable Object>> rows) {
        return rows.stream()
                .filter(row -> row.stream().allMatch(Objects::nonNull))
                .map(row -> identity.of(row))
                .toList();
    }

    private static @Nullable Object first(List<Object> ids) {
        return ids.isEmpty() ? null : ids.get(0);
    }
}
