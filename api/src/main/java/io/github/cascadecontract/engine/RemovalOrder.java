package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.Timing;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.List;

/**
 * Children go before parents; a circle of rows is opened at a nullable key (rule REM-9). What counts is to whom the rows
 * refer, which is not always to whom the objects do.
 */
final class RemovalOrder {
    private final Graph graph;
    private final EntityMap<Because> removed;
    private final List<DependencyOrder.Link> links = new ArrayList<>();
    private final DependencyOrder order;
    private final List<Object> sorted;

    RemovalOrder(Graph graph, Removals removals, Assignments assignments) {
        this.graph = graph;
        this.removed = removals.removed();
        this.order = new DependencyOrder(removed.keys(), this::childrenFirst, InsertOrder::weakest);
        removed.keys().forEach(this::addReferences);
        for (Removals.Edge edge : removals.edges()) {
            boolean isMovedHere = assignments.of(edge.key(), edge.child()) != null;
            if (!isMovedHere && !hasOwnReference(edge)) add(edge);
        }
        removals.departures().forEach(this::add);
        assignments.all().forEach(this::addOldParent);
        this.sorted = order.sort();
    }

    /** The removed entities, children first. */
    List<Object> sorted() {
        return sorted;
    }

    /** Which removed row refers to which. */
    List<DependencyOrder.Link> links() {
        return links;
    }

    /** The keys that are set to NULL so that the rows can go. */
    List<Step> openings() {
        List<Step> steps = new ArrayList<>();
        for (DependencyOrder.Link link : order.opened()) {
            Because because = new Because(Rule.REM_9, Assignments.side(link.key()), link.after());
            steps.add(new Step.SetReference(link.child(), link.key(), null, Timing.EARLY, because));
        }
        return steps;
    }

    private int childrenFirst(Object entity) {
        return -graph.depth(entity);
    }

    private boolean hasOwnReference(Removals.Edge edge) {
        return edge.key().childSide() != null && graph.presence(edge.child()) == Presence.MANAGED;
    }

    /** A reference that was changed in memory still stands in the row. */
    private void addReferences(Object entity) {
        for (Relation relation : graph.relations(entity)) {
            if (relation.keySide() != KeySide.SOURCE) continue;
            boolean isChanged =
                    graph.presence(entity) == Presence.MANAGED && graph.view().mayHaveChanged(entity, relation);
            EntitySet referred = isChanged ? graph.before(entity, relation) : graph.members(entity, relation);
            for (Object parent : referred) add(new Removals.Edge(entity, parent, relation.key()));
        }
    }

    private void addOldParent(Assignment assignment) {
        if (assignment.oldParent() != null)
            add(new Removals.Edge(assignment.child(), assignment.oldParent(), assignment.key()));
    }

    /** What was a proxy when the edge was found may have been read since. */
    private void add(Removals.Edge edge) {
        Object child = graph.resolve(edge.child());
        Object parent = graph.resolve(edge.parent());
        if (!removed.contains(child) || !removed.contains(parent)) return;
        ForeignKey key = edge.key();
        DependencyOrder.Link link = new DependencyOrder.Link(child, parent, key, child);
        links.add(link);
        order.add(link);
    }
}
