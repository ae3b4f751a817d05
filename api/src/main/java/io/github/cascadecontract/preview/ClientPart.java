package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.plan.RowSet;
import io.github.cascadecontract.plan.RowSet.Operation;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.Place;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets of rows that the client handles, as nodes. */
final class ClientPart {
    private final RemovalOutline outline;
    private final MappedTables tables;
    private final RelationPaths paths;
    private final Graph graph;

    ClientPart(RemovalOutline outline, MappedTables tables, RelationPaths paths, Graph graph) {
        this.outline = outline;
        this.tables = tables;
        this.paths = paths;
        this.graph = graph;
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
        add(set, to, paths.toTarget(set.relation()), Effect.DELETE, target.name(), null);
    }

    private void addLinks(RowSet set) {
        Path path = paths.toHolders(set.relation());
        Node to = graph.node(Node.Kind.LINKS, path.last().table());
        add(set, to, path, Effect.DELETE_LINKS, null, null);
    }

    private void addNulls(RowSet set) {
        ForeignKey key = set.relation().key();
        Path path = paths.toHolders(set.relation()).of(RowTypes.of(key.child()));
        CatalogTable table = path.last().table();
        Obstacle.Kind obstacle = table.isNotNull(path.last().in()) ? Obstacle.Kind.NOT_NULL : null;
        Node to = graph.node(Node.Kind.NULLED, table, key);
        add(set, to, path, Effect.SET_NULL, key.child().name(), obstacle);
    }

    private void add(
            RowSet set, Node to, Path path, Effect effect, @Nullable String entity, Obstacle.@Nullable Kind obstacle) {
        Relation relation = set.relation();
        Place place =
                new Place(to.table().readable(), entity, relation.toString(), paths.constraint(relation, to.table()));
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
                        RelationPaths.ids(entity),
                        entities.ids().stream()
                                .distinct()
                                .map(entity.mapping().identity()::valuesOf)
                                .toList());
    }

    private static Node.Kind kind(RowSet.Way way) {
        return way == RowSet.Way.EACH ? Node.Kind.EACH : Node.Kind.SET;
    }
}
