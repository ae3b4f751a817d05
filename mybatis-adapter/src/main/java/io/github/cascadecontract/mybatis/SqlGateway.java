package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ibatis.executor.keygen.Jdbc3KeyGenerator;
import org.apache.ibatis.executor.keygen.SelectKeyGenerator;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;

/** Runs statements in the session of the unit of work; the application's own ones where it has them. */
final class SqlGateway {
    private static final int ROWS_PER_STATEMENT = 10_000;

    private final SqlSession session;
    private final Configuration configuration;

    SqlGateway(SqlSession session) {
        this.session = session;
        this.configuration = session.getConfiguration();
    }

    /** Rows by id. */
    List<LoadedRow> rowsByIds(EntityTable table, Collection<?> ids) {
        if (!has(table, Operation.SELECT_BY_IDS)) return rows(StatementId.selectByIds(table), table, array(table, ids));
        List<LoadedRow> rows = new ArrayList<>();
        session.select(Operation.SELECT_BY_IDS.idFor(table), Map.of("ids", array(table, ids)), result -> {
            rows.add(LoadedRow.ofEntity(table, Objects.requireNonNull(result.getResultObject())));
        });
        return rows;
    }

    /** The members of a relation of one or more owners. */
    List<LoadedRow> members(Relation relation, EntityTable owner, EntityTable target, Collection<?> ownerIds) {
        return rows(StatementId.load(relation), target, array(owner, ownerIds));
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
        return session.update(operation.idFor(table), entity);
    }

    void insert(EntityTable table, RowSet rows) {
        if (rows.isSetWise()) writeSets(StatementId.insertSet(table), rows);
        else writeSingly(StatementId.insertRow(table), rows);
    }

    /** Returns the rows affected. */
    int update(EntityTable table, RowSet rows) {
        return rows.isSetWise()
                ? writeSets(StatementId.updateSet(table), rows)
                : writeSingly(StatementId.updateRow(table), rows);
    }

    /** Returns the rows affected. */
    int delete(EntityTable table, Collection<?> ids) {
        String id = has(table, Operation.DELETE_BY_IDS)
                ? Operation.DELETE_BY_IDS.idFor(table)
                : StatementId.deleteByIds(table);
        return session.delete(id, Map.of("ids", array(table, ids)));
    }

    /** Deletes rows that have the given versions; returns the rows affected. */
    int deleteVersions(EntityTable table, RowSet rows) {
        return writeSets(StatementId.deleteVersions(table), rows);
    }

    void link(Relation relation, RowSet links) {
        writeSets(StatementId.link(relation), links);
    }

    void unlink(Relation relation, RowSet links) {
        writeSets(StatementId.unlink(relation), links);
    }

    void clearLinks(Relation relation, EntityTable owner, Collection<?> ids) {
        session.delete(StatementId.clearLinks(relation), Map.of("ids", array(owner, ids)));
    }

    private List<LoadedRow> rows(String statement, EntityTable table, Object[] ids) {
        List<LoadedRow> rows = new ArrayList<>();
        session.select(statement, Map.of("ids", ids), result -> {
            rows.add(LoadedRow.ofColumns(table, (Map<?, ?>) result.getResultObject()));
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

    private static Object[] array(EntityTable table, Collection<?> ids) {
        return ids.toArray(table.id().sql().type().newArray(0));
    }
}
