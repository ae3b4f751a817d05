package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.IdGeneration;
import java.util.List;
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
                        rows -> SqlText.deleteMatching(table.table(), rows));
            if (isNumbered(table)) registry.addNumbers(StatementId.nextIds(table), SqlText.nextIds(sequence(table)));
            table.model().relations().forEach(relation -> register(table, relation));
        }
    }

    private void registerRows(EntityTable table) {
        List<SqlColumn> id = table.id().sql();
        registry.addSelect(
                table,
                StatementId.selectByIds(table),
                SqlText.select(table, table.table() + " t", SqlText.of("t", id)),
                table);
        registry.addKeySelect(table, StatementId.existing(table), SqlText.existing(table));
        addSet(table, StatementId.insertSet(table), SqlCommandType.INSERT, rows -> SqlText.insertSet(table, rows));
        addRow(table, StatementId.insertRow(table), SqlCommandType.INSERT, rows -> SqlText.insertRow(table, rows), 0);
        addSet(table, StatementId.updateSet(table), SqlCommandType.UPDATE, rows -> SqlText.updateSet(table, rows));
        addRow(
                table,
                StatementId.updateRow(table),
                SqlCommandType.UPDATE,
                rows -> SqlText.updateRow(table, rows),
                SqlText.keyCount(table));
        addSet(
                table,
                StatementId.deleteByIds(table),
                SqlCommandType.DELETE,
                keys -> SqlText.delete(table.table(), keys.columns()));
    }

    private void register(EntityTable owner, Relation relation) {
        EntityTable target = tables.of(relation.target());
        if (relation.keySide() == KeySide.TARGET) {
            List<SqlColumn> key =
                    SqlText.of("t", EntityTable.typed(relation.key().columns(), owner.id()));
            registry.addSelect(
                    target,
                    StatementId.load(relation),
                    SqlText.select(target, target.table() + " t", key)
                            + MemberOrder.of(relation).sql(),
                    owner);
        }
        if (relation.keySide() == KeySide.LINK_TABLE) registerLinks(relation, owner, target);
    }

    private void registerLinks(Relation relation, EntityTable owner, EntityTable target) {
        LinkTable links = relation.linkTable();
        String table = links.table().toString();
        List<SqlColumn> ownerKey = EntityTable.typed(links.columnsOf(relation), owner.id());
        String from = SqlText.linked(links, relation, target);
        registry.addSelect(
                target,
                StatementId.load(relation),
                SqlText.select(target, from, SqlText.of("l", ownerKey))
                        + MemberOrder.of(relation).sql(),
                owner);
        addSet(owner, StatementId.link(relation), SqlCommandType.INSERT, rows -> SqlText.insertLinks(table, rows));
        addSet(owner, StatementId.unlink(relation), SqlCommandType.DELETE, rows -> SqlText.deleteMatching(table, rows));
        addSet(owner, StatementId.clearLinks(relation), SqlCommandType.DELETE, keys -> SqlText.delete(table, ownerKey));
    }

    private void addSet(EntityTable table, String id, SqlCommandType command, Function<RowSet, String> text) {
        registry.addWrite(table, id, command, RowSetSource.arrays(configuration, text));
    }

    private void addRow(
            EntityTable table, String id, SqlCommandType command, Function<RowSet, String> text, int firstColumn) {
        registry.addWrite(table, id, command, RowSetSource.values(configuration, text, firstColumn));
    }

    private static boolean isNumbered(EntityTable table) {
        IdGeneration generation = table.idMapping().generation();
        return generation == IdGeneration.IDENTITY || generation == IdGeneration.SEQUENCE;
    }

    private static String sequence(EntityTable table) {
        return table.idMapping().generation() == IdGeneration.IDENTITY
                ? SqlText.identitySequence(table)
                : SqlText.namedSequence(table);
    }
}
