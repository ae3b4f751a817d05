package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.IdGeneration;
import java.util.function.Function;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;

/** The statements of a contract: rows of each entity, members and links of each relation. */
final class GeneratedStatements {
    private final Configuration configuration;
    private final EntityTables tables;
    private final StatementRegistry registry;

    GeneratedStatements(Configuration configuration, EntityTables tables) {
        this.configuration = configuration;
        this.tables = tables;
        this.registry = new StatementRegistry(configuration);
    }

    void register() {
        for (EntityTable table : tables.all()) {
            registerRows(table);
            if (table.version() != null)
                addSet(
                        table,
                        StatementId.deleteVersions(table),
                        SqlCommandType.DELETE,
                        rows -> SqlText.deleteVersions(table, rows));
            if (table.idMapping().generation().isGenerated())
                registry.addNumbers(StatementId.nextIds(table), SqlText.nextIds(sequence(table)));
            table.model().relations().forEach(relation -> register(table, relation));
        }
    }

    private void registerRows(EntityTable table) {
        String id = "t." + table.id().sql().name();
        registry.addSelect(
                table, StatementId.selectByIds(table), SqlText.select(table, table.table() + " t", id), table);
        addSet(table, StatementId.insertSet(table), SqlCommandType.INSERT, rows -> SqlText.insertSet(table, rows));
        addRow(table, StatementId.insertRow(table), SqlCommandType.INSERT, rows -> SqlText.insertRow(table, rows), 0);
        addSet(table, StatementId.updateSet(table), SqlCommandType.UPDATE, rows -> SqlText.updateSet(table, rows));
        addRow(
                table,
                StatementId.updateRow(table),
                SqlCommandType.UPDATE,
                rows -> SqlText.updateRow(table, rows),
                SqlText.keyCount(table));
        registry.addWrite(
                table,
                StatementId.deleteByIds(table),
                SqlCommandType.DELETE,
                registry.byIds(SqlText.delete(table.table(), table.id().sql().name()), table));
    }

    private void register(EntityTable owner, Relation relation) {
        EntityTable target = tables.of(relation.target());
        if (relation.keySide() == KeySide.TARGET) {
            String key = "t." + relation.key().columns().get(0);
            registry.addSelect(
                    target, StatementId.load(relation), SqlText.select(target, target.table() + " t", key), owner);
        }
        if (relation.keySide() == KeySide.LINK_TABLE) registerLinks(relation, owner, target);
    }

    private void registerLinks(Relation relation, EntityTable owner, EntityTable target) {
        LinkTable links = relation.linkTable();
        String table = links.table().toString();
        String ownerKey = links.columnsOf(relation).get(0);
        String from = SqlText.linked(links, relation, target);
        registry.addSelect(target, StatementId.load(relation), SqlText.select(target, from, "l." + ownerKey), owner);
        addSet(owner, StatementId.link(relation), SqlCommandType.INSERT, rows -> SqlText.insertLinks(table, rows));
        addSet(owner, StatementId.unlink(relation), SqlCommandType.DELETE, rows -> SqlText.deleteLinks(table, rows));
        registry.addWrite(
                owner,
                StatementId.clearLinks(relation),
                SqlCommandType.DELETE,
                registry.byIds(SqlText.delete(table, ownerKey), owner));
    }

    private void addSet(EntityTable table, String id, SqlCommandType command, Function<RowSet, String> text) {
        registry.addWrite(table, id, command, RowSetSource.arrays(configuration, text));
    }

    private void addRow(
            EntityTable table, String id, SqlCommandType command, Function<RowSet, String> text, int firstColumn) {
        registry.addWrite(table, id, command, RowSetSource.values(configuration, text, firstColumn));
    }

    private static String sequence(EntityTable table) {
        return table.idMapping().generation() == IdGeneration.IDENTITY
                ? SqlText.identitySequence(table)
                : SqlText.namedSequence(table);
    }
}
