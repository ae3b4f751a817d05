package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.plan.RemovalOutline.Known;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.rule.Chapter;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows that the client deletes by id, as nodes; the entity that is asked for comes first. */
final class KnownPart {
    private final RemovalOutline outline;
    private final MappedTables tables;
    private final MappedKeys keys;
    private final Graph graph;

    KnownPart(RemovalOutline outline, MappedTables tables, MappedKeys keys, Graph graph) {
        this.outline = outline;
        this.tables = tables;
        this.keys = keys;
        this.graph = graph;
    }

    /** Rows that one line of the plan tells. */
    private record Group(
            boolean isAsked,
            EntityModel entity,
            Rule rule,
            @Nullable Relation relation) {}

    void add() {
        Map<Group, List<Object>> groups = new LinkedHashMap<>();
        groups.put(new Group(true, outline.entity(), Rule.REM_1, null), new ArrayList<>());
        for (Known known : outline.removed())
            groups.computeIfAbsent(group(known), absent -> new ArrayList<>()).add(known.id());
        groups.keySet().forEach(group -> node(group.entity()));
        groups.forEach(this::add);
    }

    private Group group(Known known) {
        boolean isAsked =
                known.entity().overlaps(outline.entity()) && known.id().equals(outline.id());
        if (isAsked) return new Group(true, outline.entity(), Rule.REM_1, null);
        Relation relation = known.because().relation();
        EntityModel entity = relation == null ? known.entity() : relation.target();
        return new Group(
                false,
                entity.overlaps(known.entity()) ? entity : known.entity(),
                known.because().rule(),
                relation);
    }

    private Node node(EntityModel entity) {
        return graph.node(Node.Kind.KNOWN, tables.of(entity));
    }

    private void add(Group group, List<Object> ids) {
        EntityModel entity = group.entity();
        CatalogTable table = tables.of(entity);
        List<String> columns = Identifier.stored(entity.root().mapping().idColumns());
        Given given = graph.given()
                .columns(
                        table,
                        columns,
                        ids.stream().map(entity.mapping().identity()::valuesOf).toList());
        Path path = Path.over(columns, table, columns, null);
        Way.Says says = new Way.Says(
                place(group, table),
                Actor.CLIENT_EACH,
                Effect.DELETE,
                group.rule(),
                null,
                List.of(SentSql.delete(entity)),
                List.of(),
                null);
        graph.add(from(group), node(entity), new Way.Source(path, given, null, 0), says);
    }

    private Place place(Group group, CatalogTable table) {
        Relation relation = group.relation();
        if (relation == null) return new Place(table.readable(), group.entity().name(), null, null);
        String constraint = relation.keySide() == KeySide.LINK_TABLE
                ? null
                : keys.constraint(
                        tables.table(relation.key().table(), List.of(), relation.toString()),
                        relation.key().columns());
        return new Place(table.readable(), group.entity().name(), relation.toString(), constraint);
    }

    /** An orphan goes whether or not its parent does. */
    private @Nullable Node from(Group group) {
        Relation relation = group.relation();
        if (relation == null || group.rule().chapter() == Chapter.ORPHANS) return null;
        CatalogTable above = tables.of(relation.entity());
        Optional<Node> known = graph.find(Node.Kind.KNOWN, above);
        return known.or(() -> graph.find(Node.Kind.EACH, above)).orElse(null);
    }
}
