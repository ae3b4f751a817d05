package io.github.cascadecontract.preview;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.preview.MappedKeys.Meaning;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the foreign keys do with rows that refer to deleted ones, as nodes. */
final class DatabasePart {
    private final MappedTables tables;
    private final MappedKeys keys;
    private final Graph graph;
    private final KeyChangePart changes;
    private final Map<ForeignKey, ChangedKeys> changed;

    DatabasePart(
            MappedTables tables,
            MappedKeys keys,
            Graph graph,
            KeyChangePart changes,
            Map<ForeignKey, ChangedKeys> changed) {
        this.tables = tables;
        this.keys = keys;
        this.graph = graph;
        this.changes = changes;
        this.changed = changed;
    }

    /** From nodes that are there and, while they are found, from those that the database deletes. */
    void add() {
        for (int i = 0; i < graph.nodes().size(); i++) {
            Node node = graph.nodes().get(i);
            if (node.deletes() && node.isReadable() && !node.isProtected())
                for (CatalogKey key : tables.catalog().keysTo(node.table())) add(node, key);
        }
    }

    private void add(Node node, CatalogKey key) {
        Optional<Meaning> meaning = keys.meaning(key);
        ForeignKey mapped = meaning.map(Meaning::key).orElse(null);
        Path path =
                Path.over(key.parentColumns(), key.table(), key.columns(), mapped == null ? null : changed.get(mapped));
        Node nulled = mapped == null || !node.kind().isClient()
                ? null
                : graph.find(Node.Kind.NULLED, key.table(), mapped).orElse(null);
        long pending = mapped == null || node.kind() != Node.Kind.KNOWN ? 0 : changes.pending(mapped);
        if (pending == 0 && graph.handlesAll(node, path.last())) return;
        Way.Source source = new Way.Source(path, null, nulled, pending);
        graph.add(node, to(node, key), source, says(node, key, meaning));
    }

    private Node to(Node node, CatalogKey key) {
        if (obstacle(key) != null) return graph.node(Node.Kind.BLOCKING, key.table(), List.of(node.number(), key));
        if (key.onDelete() != ReferentialAction.CASCADE) return graph.node(Node.Kind.CHANGED, key.table());
        Node cascaded = graph.node(Node.Kind.CASCADED, key.table());
        if (tables.isProtected(key.table())) cascaded.protect();
        return cascaded;
    }

    private static Obstacle.@Nullable Kind obstacle(CatalogKey key) {
        return switch (key.onDelete()) {
            case RESTRICT -> Obstacle.Kind.RESTRICT;
            case NO_ACTION -> Obstacle.Kind.NO_ACTION;
            case CASCADE -> null;
            case SET_NULL -> key.table().isNotNull(key.changedColumns()) ? Obstacle.Kind.NOT_NULL : null;
            case SET_DEFAULT -> isDefaultRefused(key) ? Obstacle.Kind.NOT_NULL : null;
        };
    }

    private static boolean isDefaultRefused(CatalogKey key) {
        return key.table().columns().stream()
                .filter(column -> key.changedColumns().contains(column.name()))
                .anyMatch(column -> column.isNotNull() && !column.hasDefault());
    }

    private Way.Says says(Node node, CatalogKey key, Optional<Meaning> meaning) {
        CatalogTable table = key.table();
        Optional<EntityModel> entity = tables.entity(table);
        Place place = new Place(
                table.readable(),
                entity.map(EntityModel::name).orElse(null),
                meaning.map(Meaning::relation).orElse(null),
                key.name().isEmpty() ? null : key.name());
        Effect effect = effect(key);
        List<String> skipped = effect == Effect.BLOCKED
                ? List.of()
                : entity.map(model -> Skipped.of(model, effect)).orElse(List.of());
        Actor actor = effect == Effect.BLOCKED ? Actor.NOBODY : Actor.DATABASE;
        return new Way.Says(place, actor, effect, rule(node, meaning), obstacle(key), List.of(), skipped, key);
    }

    private static Effect effect(CatalogKey key) {
        return switch (key.onDelete()) {
            case RESTRICT, NO_ACTION -> Effect.BLOCKED;
            case CASCADE -> Effect.DELETE;
            case SET_NULL -> Effect.SET_NULL;
            case SET_DEFAULT -> Effect.SET_DEFAULT;
        };
    }

    private static Rule rule(Node node, Optional<Meaning> meaning) {
        if (meaning.filter(Meaning::isLink).isPresent()) return Rule.M2M_1;
        return node.kind().isClient() ? Rule.REM_1 : Rule.REM_3;
    }
}
