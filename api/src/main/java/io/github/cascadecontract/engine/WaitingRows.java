package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.plan.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removed rows that cannot go before the inserts of the same flush, because something that comes later must be sent first: a
 * row that stays moves from them to an inserted one, refers to them until the database handles it, or is linked with them.
 * If their removal may cascade to rows that other statements of the flush need, all of them wait.
 */
final class WaitingRows {
    private final Graph graph;
    private final Removals removals;
    private final MissingRows missing;
    private final Assignments assignments;
    private final EntitySet found = new EntitySet();
    private final Set<EntityModel> types = new HashSet<>();
    private boolean isAnyEndangered;

    WaitingRows(Graph graph, Assignments assignments, Removals removals, MissingRows missing) {
        this.graph = graph;
        this.assignments = assignments;
        this.removals = removals;
        this.missing = missing;
    }

    EntitySet find(List<Step> links) {
        assignments.all().forEach(this::look);
        for (Removals.Edge departure : removals.departures()) {
            Assignment assignment = assignments.of(departure.key(), departure.child());
            if (assignment != null && movesToInserted(assignment)) add(departure.parent());
        }
        for (Step step : links)
            if (step instanceof Step.RemoveLinks unlink) unlink.targets().forEach(this::add);
        for (Object entity : removals.removed().keys())
            if (isAnyEndangered || isWaitingType(graph.model(entity))) found.add(entity);
        return found;
    }

    private void look(Assignment assignment) {
        boolean stays = !removals.isGoing(assignment.child()) && !removals.nulls(assignment.child(), assignment.key());
        if (!stays) return;
        isAnyEndangered |= missing.isEndangered(assignment);
        if (assignment.parent() == null) return;
        add(assignment.parent());
        if (movesToInserted(assignment) || movesToLeftPlace(assignment)) addOldParent(assignment);
    }

    private boolean isWaitingType(EntityModel type) {
        return types.stream().anyMatch(waiting -> waiting.covers(type));
    }

    private void addOldParent(Assignment assignment) {
        if (assignment.oldParent() != null) add(assignment.oldParent());
        else if (assignment.key().childSide() == null)
            types.add(assignment.key().parent());
    }

    /** A place in a one-to-one is free only after the early removals. */
    private boolean movesToLeftPlace(Assignment assignment) {
        Object parent = assignment.parent();
        return parent != null && assignment.key().isOneToOne() && assignments.isLeft(assignment.key(), parent);
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
