package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.TableName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the rows of a relation are found from the ids of the rows that have it. */
final class RelationPaths {
    private final MappedTables tables;
    private final MappedKeys keys;
    private final Map<ForeignKey, ChangedKeys> changes;

    RelationPaths(MappedTables tables, MappedKeys keys, Map<ForeignKey, ChangedKeys> changes) {
        this.tables = tables;
        this.keys = keys;
        this.changes = changes;
    }

    /** To the rows of the target, in the table that its whole hierarchy has in common. */
    Path toTarget(Relation relation) {
        return switch (relation.keySide()) {
            case TARGET -> toChildren(relation);
            case SOURCE -> toParent(relation);
            case LINK_TABLE -> toLinked(relation);
        };
    }

    /** To the rows that hold the key, or to link rows. */
    Path toHolders(Relation relation) {
        if (relation.keySide() == KeySide.LINK_TABLE) {
            LinkTable links = relation.linkTable();
            return Path.over(
                    ids(relation.entity()), table(links.table(), relation), stored(links.columnsOf(relation)), null);
        }
        ForeignKey key = relation.key();
        return Path.over(ids(key.parent()), table(key.table(), relation), stored(key.columns()), changes.get(key));
    }

    private Path toChildren(Relation relation) {
        EntityModel child = relation.key().child();
        Path path = toHolders(relation);
        if (path.last().table().equals(tables.of(child))) return path.of(RowTypes.of(child));
        return path.then(stored(child.mapping().idColumns()), tables.of(child), ids(child));
    }

    private Path toParent(Relation relation) {
        ForeignKey key = relation.key();
        List<String> own = stored(key.child().mapping().idColumns());
        return Path.over(ids(relation.entity()), table(key.table(), relation), own, null)
                .then(stored(key.columns()), tables.of(key.parent()), ids(key.parent()));
    }

    private Path toLinked(Relation relation) {
        List<String> there = stored(relation.linkTable().columnsOfTarget(relation));
        return toHolders(relation).then(there, tables.of(relation.target()), ids(relation.target()));
    }

    /** The name of the key that leads to rows of a table, null if none is known or a link table lies between. */
    @Nullable
    String constraint(Relation relation, CatalogTable table) {
        if (relation.keySide() != KeySide.LINK_TABLE)
            return keys.constraint(
                    table(relation.key().table(), relation), relation.key().columns());
        LinkTable links = relation.linkTable();
        boolean isLink = table(links.table(), relation).equals(table);
        return isLink ? keys.constraint(table, links.columnsOf(relation)) : null;
    }

    /** The id columns of the table that a hierarchy has in common, as stored. */
    static List<String> ids(EntityModel entity) {
        return stored(entity.root().mapping().idColumns());
    }

    private CatalogTable table(TableName name, Relation relation) {
        return tables.table(name, List.of(), relation.toString());
    }

    private static List<String> stored(List<String> written) {
        return Identifier.stored(written);
    }
}
