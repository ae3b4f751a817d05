package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.Timing;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Children go before parents; a circle of rows is opened at a nullable key (rule REM-9). */
final class RemovalOrder {
    private final Graph graph;
    private final List<DependencyOrder.Link> links = new ArrayList<>();
    private final DependencyOrder order;
    private final List<Object> sorted;

    RemovalOrder(Graph graph, Removals removals, Assignments assignments) {
        this.graph = graph;
        this.order = new DependencyOrder(removals.removed().keys(), InsertOrder::circle);
        removals.edges().forEach(edge -> add(edge.child(), edge.parent(), edge.key()));
        assignments.all().forEach(this::addOldParent);
        removals.removed().keys().forEach(this::addReplaced);
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

    /** The row of a child still refers to the parent that it had. */
    private void addOldParent(Assignment assignment) {
        if (assignment.oldParent() != null) add(assignment.child(), assignment.oldParent(), assignment.key());
    }

    /** A reference that was changed in memory still stands in the row. */
    private void addReplaced(Object entity) {
        for (Relation relation : graph.relations(entity)) {
            if (relation.keySide() != KeySide.SOURCE || graph.isUnwritten(entity)) continue;
            if (!graph.view().mayHaveChanged(entity, relation)) continue;
            for (Object old : graph.before(entity, relation)) add(entity, old, relation.key());
        }
    }

    private void add(Object child, Object parent, io.github.cascadecontract.contract.ForeignKey key) {
        DependencyOrder.Link link = new DependencyOrder.Link(child, parent, key, child);
        links.add(link);
        order.add(link);
    }
}
