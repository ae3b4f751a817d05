package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.RemovalOutline.LostLink;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Link rows that the client takes out by itself: they are not in the way of what they link. */
final class LostLinkPart {
    private final List<LostLink> lostLinks;
    private final MappedTables tables;
    private final Graph graph;

    LostLinkPart(List<LostLink> lostLinks, MappedTables tables, Graph graph) {
        this.lostLinks = lostLinks;
        this.tables = tables;
        this.graph = graph;
    }

    void add() {
        Map<Relation, List<LostLink>> links = new LinkedHashMap<>();
        for (LostLink lost : lostLinks)
            links.computeIfAbsent(lost.relation(), absent -> new ArrayList<>()).add(lost);
        links.forEach(this::add);
    }

    private void add(Relation relation, List<LostLink> lost) {
        LinkTable links = relation.linkTable();
        CatalogTable table = tables.table(links.table(), List.of(), relation.toString());
        List<String> written = new ArrayList<>(links.columnsOf(relation));
        written.addAll(links.columnsOfTarget(relation));
        List<String> stored = Identifier.stored(written);
        Given given = graph.given()
                .columns(table, stored, lost.stream().map(LostLinkPart::values).toList());
        Way.Says says = new Way.Says(
                new Place(table.readable(), null, relation.toString(), null),
                Actor.CLIENT_EACH,
                Effect.DELETE_LINKS,
                Rule.M2M_3,
                null,
                List.of(SentSql.delete(links.table(), written)),
                List.of(),
                null);
        Path path = Path.over(stored, table, stored, null);
        graph.add(null, graph.node(Node.Kind.LINKS, table), new Way.Source(path, given, null, 0), says);
    }

    private static List<Object> values(LostLink lost) {
        Relation relation = lost.relation();
        return Stream.concat(
                        relation.entity().mapping().identity().valuesOf(lost.ownerId()).stream(),
                        relation.target().mapping().identity().valuesOf(lost.targetId()).stream())
                .toList();
    }
}
