package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.plan.RemovalOutline.KeyChange;
import io.github.cascadecontract.plan.RemovalOutline.Parent;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys that the same flush writes before it deletes anything. */
final class KeyChangePart {
    private final RemovalOutline outline;
    private final MappedTables tables;
    private final MappedKeys keys;
    private final Graph graph;

    KeyChangePart(RemovalOutline outline, MappedTables tables, MappedKeys keys, Graph graph) {
        this.outline = outline;
        this.tables = tables;
        this.keys = keys;
        this.graph = graph;
    }

    private record Group(
            ForeignKey key, Rule rule, @Nullable Relation relation) {}

    /** The rows that have another key when the removal comes to them. */
    Map<ForeignKey, ChangedKeys> changed() {
        Map<ForeignKey, List<KeyChange>> byKey = new LinkedHashMap<>();
        written()
                .forEach(change -> byKey.computeIfAbsent(change.key(), absent -> new ArrayList<>())
                        .add(change));
        Map<ForeignKey, ChangedKeys> changed = new LinkedHashMap<>();
        byKey.forEach((key, changes) -> changed.put(key, changed(key, changes)));
        return changed;
    }

    private Stream<KeyChange> written() {
        return outline.keyChanges().stream().filter(change -> change.childId() != null);
    }

    private ChangedKeys changed(ForeignKey key, List<KeyChange> changes) {
        List<String> ids = Identifier.stored(key.child().mapping().idColumns());
        List<String> columns = Identifier.stored(key.columns());
        List<@Nullable List<Object>> parents = new ArrayList<>();
        for (KeyChange change : changes) parents.add(values(key.parent(), change.parentId()));
        Given given = graph.given()
                .columns(
                        table(key),
                        ids,
                        changes.stream().map(KeyChangePart::child).toList())
                .columns(table(key), columns, parents);
        return new ChangedKeys(given, ids, columns);
    }

    private static List<Object> child(KeyChange change) {
        return change.key().child().mapping().identity().valuesOf(Objects.requireNonNull(change.childId()));
    }

    private static @Nullable List<Object> values(EntityModel entity, @Nullable Object id) {
        return id == null ? null : entity.mapping().identity().valuesOf(id);
    }

    /** Children that the client leaves without a parent. */
    void addNulls() {
        Map<Group, List<List<Object>>> groups = new LinkedHashMap<>();
        written().filter(change -> change.parent() == Parent.NONE).forEach(change -> {
            Because because = change.because();
            groups.computeIfAbsent(
                            new Group(change.key(), because.rule(), because.relation()), absent -> new ArrayList<>())
                    .add(child(change));
        });
        groups.forEach(this::addNulls);
    }

    private void addNulls(Group group, List<List<Object>> children) {
        ForeignKey key = group.key();
        CatalogTable table = table(key);
        List<String> ids = Identifier.stored(key.child().mapping().idColumns());
        boolean isRefused = table.isNotNull(Identifier.stored(key.columns()));
        Way.Says says = new Way.Says(
                new Place(table.readable(), key.child().name(), relation(group), keys.constraint(table, key.columns())),
                Actor.CLIENT_EACH,
                Effect.SET_NULL,
                group.rule(),
                isRefused ? Obstacle.Kind.NOT_NULL : null,
                List.of(SentSql.setNull(key)),
                List.of(),
                null);
        Given given = graph.given().columns(table, ids, children);
        Way.Source source = new Way.Source(Path.over(ids, table, ids, null), given, null, 0);
        graph.add(from(group), graph.node(Node.Kind.NULLED, table, key), source, says);
    }

    private static String relation(Group group) {
        if (group.relation() != null) return group.relation().toString();
        ForeignKey key = group.key();
        return String.valueOf(key.parentSide() == null ? key.childSide() : key.parentSide());
    }

    private @Nullable Node from(Group group) {
        if (group.rule() != Rule.REM_1) return null;
        return graph.find(Node.Kind.KNOWN, tables.of(group.key().parent())).orElse(null);
    }

    /** How many rows the same flush inserts below rows that it then deletes. */
    long pending(ForeignKey key) {
        return outline.keyChanges().stream()
                .filter(change -> change.key() == key && change.childId() == null)
                .filter(change -> change.parentId() != null && isRemoved(key.parent(), change.parentId()))
                .count();
    }

    private boolean isRemoved(EntityModel entity, Object id) {
        return outline.removed().stream()
                .anyMatch(known ->
                        known.entity().root() == entity.root() && known.id().equals(id));
    }

    private CatalogTable table(ForeignKey key) {
        return tables.table(key.table(), key.columns(), key.child().name());
    }
}
