package io.github.cascadecontract.spi;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.IdMapping;
import io.github.cascadecontract.mapping.TableName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements on keys and link rows that every adapter may need beside its provider, set-wise, on the connection and in the
 * transaction of the unit of work. They change nothing in memory. Composite ids are refused.
 */
public final class RowStatements {
    private final Connection connection;

    /**
     * Makes statements for a connection.
     *
     * @param connection the connection of the unit of work; it is not closed
     */
    public RowStatements(Connection connection) {
        this.connection = connection;
    }

    /** Which of the given ids have a row: one SELECT of ids (rule SES-1). */
    public Set<Object> existing(EntityModel entity, Collection<?> ids) throws SQLException {
        String column = idOf(entity).column();
        String sql =
                "SELECT %s FROM %s WHERE %s".formatted(column, entity.mapping().table(), PostgreSql.anyOf(column));
        Set<Object> found = new HashSet<>();
        Class<?> idType = ids.iterator().next().getClass();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(ids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) found.add(rows.getObject(1, idType));
            }
        }
        return found;
    }

    /**
     * Lets the keys of the given children refer to one parent or to nothing: one UPDATE.
     *
     * @param parentId id of the parent, null for NULL
     * @return rows affected
     */
    public int setKey(ForeignKey key, @Nullable Object parentId, Collection<?> childIds) throws SQLException {
        String sql = "UPDATE %s SET %s = ? WHERE %s"
                .formatted(
                        key.child().mapping().table(),
                        single(key.columns()),
                        PostgreSql.anyOf(idOf(key.child()).column()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parentId);
            statement.setArray(2, array(childIds));
            return statement.executeUpdate();
        }
    }

    /** Deletes rows by id: one DELETE. Rows that are gone are no error (rule TX-3). */
    public int delete(EntityModel entity, Collection<?> ids) throws SQLException {
        return deleteWhere(entity.mapping().table(), idOf(entity).column(), ids);
    }

    /** Deletes all link rows of the given entities at one end of a many-to-many: one DELETE. */
    public int clearLinks(Relation end, Collection<?> ids) throws SQLException {
        LinkTable table = end.linkTable();
        return deleteWhere(table.table(), single(table.columnsOf(end)), ids);
    }

    /** Deletes the link rows between one entity and the given targets: one DELETE. */
    public int removeLinks(Relation end, Object id, Collection<?> targetIds) throws SQLException {
        LinkTable table = end.linkTable();
        String sql = "DELETE FROM %s WHERE %s = ? AND %s"
                .formatted(
                        table.table(),
                        single(table.columnsOf(end)),
                        PostgreSql.anyOf(single(table.columnsOfTarget(end))));
        return executeFor(sql, id, targetIds);
    }

    /** Inserts the link rows between one entity and the given targets: one INSERT. */
    public int addLinks(Relation end, Object id, Collection<?> targetIds) throws SQLException {
        LinkTable table = end.linkTable();
        String sql = "INSERT INTO %s (%s, %s) SELECT ?, unnest(?)"
                .formatted(table.table(), single(table.columnsOf(end)), single(table.columnsOfTarget(end)));
        return executeFor(sql, id, targetIds);
    }

    private int deleteWhere(TableName table, String column, Collection<?> ids) throws SQLException {
        String sql = "DELETE FROM %s WHERE %s".formatted(table, PostgreSql.anyOf(column));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array(ids));
            return statement.executeUpdate();
        }
    }

    private int executeFor(String sql, Object id, Collection<?> targetIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setArray(2, array(targetIds));
            return statement.executeUpdate();
        }
    }

    private Array array(Collection<?> ids) throws SQLException {
        return PostgreSql.array(connection, ids);
    }

    private static IdMapping idOf(EntityModel entity) {
        IdMapping id = entity.mapping().id();
        if (id == null)
            throw new IllegalArgumentException(entity + " has a composite id; its rows are not handled set-wise");
        return id;
    }

    private static String single(List<String> columns) {
        if (columns.size() != 1)
            throw new IllegalArgumentException("composite key " + columns + " is not handled set-wise");
        return columns.get(0);
    }
}
