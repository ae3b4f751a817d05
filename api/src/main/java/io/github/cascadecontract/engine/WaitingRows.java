package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.plan.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removed rows that cannot go before the inserts of the same flush, because something that comes later must be sent first: a
 * row that stays moves from them to an inserted one, refers to them until the database handles it, or is linked with them.
 */
final class WaitingRows {
    private final Graph graph;
    private final Removals removals;
    private final EntitySet found = new EntitySet();
    private final Set<EntityModel> types = new HashSet<>();

    WaitingRows(Graph graph, Removals removals) {
        this.graph = graph;
        this.removals = removals;
    }

    EntitySet find(Assignments assignments, List<Step> links) {
        assignments.all().forEach(this::look);
        for (Removals.Edge departure : removals.departures()) {
            Assignment assignment = assignments.of(departure.key(), departure.child());
            if (assignment != null && movesToInserted(assignment)) add(departure.parent());
        }
        for (Step step : links)
            if (step instanceof Step.RemoveLinks unlink) unlink.targets().forEach(this::add);
        for (Object entity : removals.removed().keys()) if (types.contains(graph.model(entity))) found.add(entity);
        return found;
    }

    private void look(Assignment assignment) {
        boolean stays = !removals.isGoing(assignment.child()) && !removals.nulls(assignment.child(), assignment.key());
        if (!stays || assignment.parent() == null) return;
        add(assignment.parent());
        if (!movesToInserted(assignment)) return;
        if (assignment.oldParent() != null) add(assignment.oldParent());
        else if (assignment.key().childSide() == null)
            types.add(assignment.key().parent());
    }

    private boolean movesToInserted(Assignment assignment) {
        Object parent = assignment.parent();
        return parent != null && graph.isUnwritten(parent) && !graph.isUnwritten(assignment.child());
    }

    private void add(Object entity) {
        Object row = graph.resolve(entity);
        if (removals.isGoing(row)) found.add(row);
    }
}
