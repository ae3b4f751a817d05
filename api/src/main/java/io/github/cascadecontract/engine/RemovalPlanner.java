package io.github.cascadecontract.engine;

import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline.Known;
import io.github.cascadecontract.removal.RemovalPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The flush that would follow the removal of one entity, decided but not written, and its rows counted. Rows that the
 * removal would read may be in memory already: then their own loaded relations count, so the walk begins again with them.
 */
final class RemovalPlanner {
    private final Graph graph;
    private final Ledger ledger;
    private final EntitySet roots = new EntitySet();

    RemovalPlanner(Graph graph, Ledger ledger) {
        this.graph = graph;
        this.ledger = ledger;
    }

    RemovalPlan plan(Object entity) {
        roots.add(entity);
        for (Object marked : ledger.marked()) roots.add(graph.resolve(marked));
        CountedRemoval counted = count(entity);
        while (!counted.reached().isEmpty()) counted = count(entity);
        return counted.plan();
    }

    /** Adds what it reached to the roots. */
    private CountedRemoval count(Object entity) {
        Unread unread = new Unread(graph);
        Decisions decisions = new FlushPlanner(graph, ledger).decide(roots, unread);
        Outline outline = new Outline(graph, decisions);
        CountedRemoval counted = graph.view().count(outline.of(entity, unread.places()));
        if (!counted.reached().isEmpty()) {
            Map<Known, Object> watched = new HashMap<>();
            for (Object managed : graph.view().managed())
                if (outline.isWatched(managed)) watched.put(outline.watched(managed), managed);
            counted.reached().forEach(known -> roots.add(Objects.requireNonNull(watched.get(known))));
        }
        return counted;
    }
}
