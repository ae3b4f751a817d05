package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.ElementCollectionMapping;
import io.github.cascadecontract.mapping.TableMapping;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.rule.Rule;
import java.util.List;

/** What the client deletes along with a row: its parts in joined tables, and its collections of values. */
final class PartRows {
    private final MappedTables tables;
    private final MappedKeys keys;
    private final Graph graph;

    PartRows(MappedTables tables, MappedKeys keys, Graph graph) {
        this.tables = tables;
        this.keys = keys;
        this.graph = graph;
    }

    void addTo(Node node) {
        if (!node.isReadable() || node.isProtected()) return;
        tables.entity(node.table()).filter(entity -> entity.supertype() == null).ifPresent(root -> addTo(node, root));
    }

    private void addTo(Node node, EntityModel root) {
        tables.parts(root).forEach((table, part) -> addPart(node, root, table, part));
        if (node.kind() == Node.Kind.SET) return;
        MappedTables.values(root).forEach((name, values) -> addValues(node, root, name, values));
    }

    private void addPart(Node node, EntityModel root, CatalogTable table, TableMapping part) {
        Node to = graph.node(node.kind(), table);
        String entity = tables.entity(table).map(EntityModel::name).orElse(root.name());
        Place place = new Place(table.readable(), entity, null, keys.constraint(table, part.idColumns()));
        String sql = SentSql.delete(part.table(), part.idColumns());
        add(node, to, path(root, table, part.idColumns()), says(node, place, Effect.DELETE, sql));
    }

    private void addValues(Node node, EntityModel root, String name, ElementCollectionMapping values) {
        CatalogTable table = tables.table(values.table(), values.keyColumns(), name);
        Place place = new Place(table.readable(), null, name, keys.constraint(table, values.keyColumns()));
        String sql = SentSql.delete(values.table(), values.keyColumns());
        Path path = path(root, table, values.keyColumns());
        add(node, graph.node(Node.Kind.LINKS, table), path, says(node, place, Effect.DELETE_LINKS, sql));
    }

    private void add(Node node, Node to, Path path, Way.Says says) {
        graph.add(node, to, new Way.Source(path, null, null, 0), says);
    }

    private static Path path(EntityModel root, CatalogTable table, List<String> columns) {
        return Path.over(Identifier.stored(root.mapping().idColumns()), table, Identifier.stored(columns), null);
    }

    private static Way.Says says(Node node, Place place, Effect effect, String sql) {
        Actor actor = node.kind() == Node.Kind.SET ? Actor.CLIENT_SET : Actor.CLIENT_EACH;
        return new Way.Says(place, actor, effect, Rule.REM_1, null, List.of(sql), List.of(), null);
    }
}
