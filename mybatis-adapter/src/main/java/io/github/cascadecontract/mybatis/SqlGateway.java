package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.spi.RowCounter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.ibatis.executor.keygen.Jdbc3KeyGenerator;
import org.apache.ibatis.executor.keygen.SelectKeyGenerator;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;

/** Runs statements in the session of the unit of work; the application's own ones where it has them. */
final class SqlGateway {
    private static final int ROWS_PER_STATEMENT = 10_000;

    private final SqlSession session;
    private final RowCounter counter;
    private final Configuration configuration;

    /**
     * Makes a gateway.
     *
     * @param counter is told which rows are written
     */
    SqlGateway(SqlSession session, RowCounter counter) {
        this.session = session;
        this.counter = counter;
        this.configuration = session.getConfiguration();
    }

    /** Rows by key. */
    List<LoadedRow> rowsByIds(EntityTable table, Collection<?> keys) {
        if (!has(table, Operation.SELECT_BY_IDS))
            return rows(StatementId.selectByIds(table), table, table, RowSet.ofKeys(table, keys));
        List<LoadedRow> rows = new ArrayList<>();
        session.select(Operation.SELECT_BY_IDS.idFor(table), ids(table, keys), result -> {
            Object entity = Objects.requireNonNull(result.getResultObject());
            rows.add(LoadedRow.ofEntity(table.selection().classOfEntity(entity), entity));
        });
        return rows;
    }

    /** The same, never answered from a cache of the session. */
    List<LoadedRow> rowsByIdsNow(EntityTable table, Collection<?> keys) {
        session.clearCache();
        return rowsByIds(table, keys);
    }

    /** Which of the given keys have a row. */
    Set<Object> existing(EntityTable table, Collection<?> keys) {
        Set<Object> found = new HashSet<>();
        session.select(StatementId.existing(table), RowSet.ofKeys(table, keys), result -> {
            found.add(LoadedRow.key(table.id(), "k", (Map<?, ?>) result.getResultObject()));
        });
        return found;
    }

    /** The members of a relation of one or more owners. */
    List<LoadedRow> members(Relation relation, EntityTable owner, EntityTable target, Collection<?> ownerKeys) {
        return rows(StatementId.load(relation), target, owner, RowSet.ofKeys(owner, ownerKeys));
    }

    /** Takes as many ids as asked for. */
    List<Long> nextIds(EntityTable table, int count) {
        return session.selectList(StatementId.nextIds(table), count);
    }

    /** Whether the application's own insert gives the ids. */
    boolean insertGivesIds(EntityTable table) {
        if (!has(table, Operation.INSERT)) return false;
        MappedStatement insert = configuration.getMappedStatement(Operation.INSERT.idFor(table), false);
        return insert.getKeyGenerator() instanceof SelectKeyGenerator
                || insert.getKeyGenerator() instanceof Jdbc3KeyGenerator && insert.getKeyProperties() != null;
    }

    /** Whether an entity's rows are written one by one, with the application's own statement. */
    boolean has(EntityTable table, Operation operation) {
        return configuration.hasStatement(operation.idFor(table), false);
    }

    /** Calls the application's own statement for one entity; returns the rows affected. */
    int callOwn(EntityTable table, Operation operation, Object entity) {
        int affected = session.update(operation.idFor(table), entity);
        switch (operation) {
            case INSERT -> counter.inserted(table.table(), table.name(), affected);
            case UPDATE -> counter.updated(table.table(), table.name(), affected);
            default -> counter.deleted(table.table(), table.name(), affected);
        }
        return affected;
    }

    void insert(EntityTable table, RowSet rows) {
        int inserted = rows.isSetWise()
                ? writeSets(StatementId.insertSet(table), rows)
                : writeSingly(StatementId.insertRow(table), rows);
        counter.inserted(table.table(), table.name(), inserted);
    }

    /** Returns the rows affected. */
    int update(EntityTable table, RowSet rows) {
        int updated = rows.isSetWise()
                ? writeSets(StatementId.updateSet(table), rows)
                : writeSingly(StatementId.updateRow(table), rows);
        counter.updated(table.table(), table.name(), updated);
        return updated;
    }

    /** Returns the rows affected. */
    int delete(EntityTable table, Collection<?> keys) {
        int deleted = has(table, Operation.DELETE_BY_IDS)
                ? session.delete(Operation.DELETE_BY_IDS.idFor(table), ids(table, keys))
                : session.delete(StatementId.deleteByIds(table), RowSet.ofKeys(table, keys));
        return deleted(table, deleted);
    }

    /** Deletes rows that have the given versions; returns the rows affected. */
    int deleteVersions(EntityTable table, RowSet rows) {
        return deleted(table, writeSets(StatementId.deleteVersions(table), rows));
    }

    private int deleted(EntityTable table, int rows) {
        counter.deleted(table.table(), table.name(), rows);
        return rows;
    }

    void link(Relation relation, RowSet links) {
        counter.inserted(linkTable(relation), null, writeSets(StatementId.link(relation), links));
    }

    void unlink(Relation relation, RowSet links) {
        counter.deleted(linkTable(relation), null, writeSets(StatementId.unlink(relation), links));
    }

    void clearLinks(Relation relation, EntityTable owner, Collection<?> keys) {
        int deleted = session.delete(StatementId.clearLinks(relation), RowSet.ofKeys(owner, keys));
        counter.deleted(linkTable(relation), null, deleted);
    }

    private static String linkTable(Relation relation) {
        return relation.linkTable().table().toString();
    }

    private List<LoadedRow> rows(String statement, EntityTable table, EntityTable owner, RowSet keys) {
        List<LoadedRow> rows = new ArrayList<>();
        session.select(statement, keys, result -> {
            rows.add(LoadedRow.ofColumns(table, owner, (Map<?, ?>) result.getResultObject()));
        });
        return rows;
    }

    private int writeSets(String statement, RowSet rows) {
        int affected = 0;
        for (RowSet piece : rows.inPiecesOf(ROWS_PER_STATEMENT)) affected += session.update(statement, piece);
        return affected;
    }

    private int writeSingly(String statement, RowSet rows) {
        int affected = 0;
        for (RowSet row : rows.inPiecesOf(1)) affected += session.update(statement, row);
        return affected;
    }

    private static Map<String, Object> ids(EntityTable table, Collection<?> keys) {
        Object[] ids = keys.stream().map(table.id()::idOfKey).toArray();
        return Map.of("ids", Arrays.copyOf(ids, ids.length, arrayOf(table.id().type())));
    }

    @SuppressWarnings("unchecked")
    private static Class<Object[]> arrayOf(Class<?> type) {
        return (Class<Object[]>) type.arrayType();
    }
}
