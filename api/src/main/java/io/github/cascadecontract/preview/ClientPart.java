package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.TableName;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.plan.RowSet;
import io.github.cascadecontract.plan.RowSet.Operation;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets of rows that the client handles, as nodes. */
final class ClientPart {
    private final RemovalOutline outline;
    private final MappedTables tables;
    private final MappedKeys keys;
    private final Graph graph;
    private final Map<ForeignKey, ChangedKeys> changes;

    ClientPart(
            RemovalOutline outline,
            MappedTables tables,
            MappedKeys keys,
            Graph graph,
            Map<ForeignKey, ChangedKeys> changes) {
        this.outline = outline;
        this.tables = tables;
        this.keys = keys;
        this.graph = graph;
        this.changes = changes;
    }

    void addDeletions() {
        sets(Operation.DELETE).sorted((a, b) -> a.way().compareTo(b.way())).forEach(this::addDeletion);
    }

    void addLinksAndNulls() {
        sets(Operation.DELETE_LINKS).forEach(this::addLinks);
        sets(Operation.SET_NULL).forEach(this::addNulls);
    }

    private Stream<RowSet> sets(Operation operation) {
        return outline.sets().stream().filter(set -> set.operation() == operation);
    }

    private void addDeletion(RowSet set) {
        EntityModel target = set.relation().target();
        Node to = graph.node(kind(set.way()), tables.of(target));
        add(set, to, path(set.relation()), Effect.DELETE, target.name(), null);
    }

    private void addLinks(RowSet set) {
        Relation relation = set.relation();
        CatalogTable table = table(relation.linkTable().table(), relation);
        Path path = Path.over(
                ids(relation.entity()), table, stored(relation.linkTable().columnsOf(relation)), null);
        add(set, graph.node(Node.Kind.LINKS, table), path, Effect.DELETE_LINKS, null, null);
    }

    private void addNulls(RowSet set) {
        ForeignKey key = set.relation().key();
        CatalogTable table = table(key.table(), set.relation());
        Path path = Path.over(ids(key.parent()), table, stored(key.columns()), changes.get(key))
                .of(RowTypes.of(key.child()));
        Obstacle.Kind obstacle = table.isNotNull(stored(key.columns())) ? Obstacle.Kind.NOT_NULL : null;
        add(
                set,
                graph.node(Node.Kind.NULLED, table, key),
                path,
                Effect.SET_NULL,
                key.child().name(),
                obstacle);
    }

    private void add(
            RowSet set, Node to, Path path, Effect effect, @Nullable String entity, Obstacle.@Nullable Kind obstacle) {
        Relation relation = set.relation();
        Place place = new Place(to.table().readable(), entity, relation.toString(), constraint(relation, to.table()));
        Actor actor = set.way() == RowSet.Way.EACH ? Actor.CLIENT_EACH : Actor.CLIENT_SET;
        List<String> skipped =
                actor == Actor.CLIENT_SET && entity != null ? Skipped.of(relation.target(), effect) : List.of();
        Way.Says says = new Way.Says(
                place, actor, effect, set.because().rule(), obstacle, new SentSql(outline).of(set), skipped, null);
        graph.add(from(set.from()), to, new Way.Source(path, given(set.from()), null, 0), says);
    }

    private Node from(RowSet.From from) {
        if (from instanceof RowSet.Rows rows) return graph.node(kind(rows.way()), tables.of(rows.entity()));
        return graph.node(Node.Kind.KNOWN, tables.of(((RowSet.Entities) from).entity()));
    }

    private @Nullable Given given(RowSet.From from) {
        if (!(from instanceof RowSet.Entities entities)) return null;
        EntityModel entity = entities.entity();
        return graph.given()
                .columns(
                        tables.of(entity),
                        ids(entity),
                        entities.ids().stream()
                                .distinct()
                                .map(entity.mapping().identity()::valuesOf)
                                .toList());
    }

    private static Node.Kind kind(RowSet.Way way) {
        return way == RowSet.Way.EACH ? Node.Kind.EACH : Node.Kind.SET;
    }

    /** From the ids of the rows that have the relation to the rows of the target. */
    private Path path(Relation relation) {
        return switch (relation.keySide()) {
            case TARGET -> toChildren(relation);
            case SOURCE -> toParent(relation);
            case LINK_TABLE -> toLinked(relation);
        };
    }

    private Path toChildren(Relation relation) {
        ForeignKey key = relation.key();
        CatalogTable holder = table(key.table(), relation);
        Path path = Path.over(ids(relation.entity()), holder, stored(key.columns()), changes.get(key));
        EntityModel child = key.child();
        if (holder.equals(tables.of(child))) return path.of(RowTypes.of(child));
        return path.then(stored(child.mapping().idColumns()), tables.of(child), ids(child));
    }

    private Path toParent(Relation relation) {
        ForeignKey key = relation.key();
        List<String> own = stored(key.child().mapping().idColumns());
        return Path.over(ids(relation.entity()), table(key.table(), relation), own, null)
                .then(stored(key.columns()), tables.of(key.parent()), ids(key.parent()));
    }

    private Path toLinked(Relation relation) {
        List<String> here = stored(relation.linkTable().columnsOf(relation));
        List<String> there = stored(relation.linkTable().columnsOfTarget(relation));
        return Path.over(ids(relation.entity()), table(relation.linkTable().table(), relation), here, null)
                .then(there, tables.of(relation.target()), ids(relation.target()));
    }

    private @Nullable String constraint(Relation relation, CatalogTable table) {
        if (relation.keySide() != KeySide.LINK_TABLE)
            return keys.constraint(
                    table(relation.key().table(), relation), relation.key().columns());
        boolean isLink = table(relation.linkTable().table(), relation).equals(table);
        return isLink ? keys.constraint(table, relation.linkTable().columnsOf(relation)) : null;
    }

    private CatalogTable table(TableName name, Relation relation) {
        return tables.table(name, List.of(), relation.toString());
    }

    private static List<String> ids(EntityModel entity) {
        return stored(entity.root().mapping().idColumns());
    }

    private static List<String> stored(List<String> written) {
        return Identifier.stored(written);
    }
}
