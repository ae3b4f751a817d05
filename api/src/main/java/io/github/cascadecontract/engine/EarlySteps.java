package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.mapping.TableName;
import io.github.cascadecontract.plan.Timing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows must give way before the inserts of the same flush (rule ORP-7): those of a table that also gets a row, and
 * children replaced in a one-to-one; unless a row that stays must first move to an inserted one.
 */
final class EarlySteps {
    private final Graph graph;
    private final Removals removals;
    private final Assignments assignments;
    private final EntitySet blocked = new EntitySet();
    private final EntitySet early = new EntitySet();
    private final EntitySet replaced = new EntitySet();

    EarlySteps(Graph graph, Removals removals, Assignments assignments) {
        this.graph = graph;
        this.removals = removals;
        this.assignments = assignments;
        assignments.all().forEach(this::look);
    }

    /**
     * Decides for all removed entities.
     *
     * @param order the removed entities, children first, with their links
     * @param inserted everything that gets a row
     */
    void decide(RemovalOrder order, List<Object> inserted) {
        Set<TableName> tables = new HashSet<>();
        inserted.forEach(entity -> tables.add(graph.model(entity).mapping().table()));
        EntityMap<EntitySet> children = children(order);
        for (Object entity : order.sorted()) blockAboveChildren(entity, children);
        List<Object> sorted = order.sorted();
        for (int i = sorted.size() - 1; i >= 0; i--) decide(sorted.get(i), tables, children);
    }

    Timing ofRemoval(Object entity) {
        return early.contains(entity) ? Timing.EARLY : Timing.NORMAL;
    }

    /** When the key of a surviving child must leave its old parent. */
    Timing ofReference(Object child, ForeignKey key, @Nullable Object oldParent) {
        boolean leavesEarly = early.contains(oldParent) || key.isOneToOne() && replaced.contains(child);
        return leavesEarly && !graph.isUnwritten(child) ? Timing.EARLY : Timing.NORMAL;
    }

    private void look(Assignment assignment) {
        Object parent = assignment.parent();
        Object old = assignment.oldParent();
        boolean movesToInserted = parent != null && old != null && graph.isUnwritten(parent);
        if (movesToInserted && !removals.isGoing(assignment.child())) blocked.add(old);
        boolean isReplaced = assignment.isOrphan()
                && assignment.key().isOneToOne()
                && old != null
                && !assignments.childrenOf(assignment.key(), old).isEmpty();
        if (isReplaced) replaced.add(assignment.child());
    }

    private static EntityMap<EntitySet> children(RemovalOrder order) {
        EntityMap<EntitySet> children = new EntityMap<>();
        for (DependencyOrder.Link link : order.links())
            children.computeIfAbsent(link.after(), EntitySet::new).add(link.before());
        return children;
    }

    private void blockAboveChildren(Object entity, EntityMap<EntitySet> children) {
        EntitySet below = children.get(entity);
        if (below == null) return;
        for (Object child : below) if (blocked.contains(child)) blocked.add(entity);
    }

    private void decide(Object entity, Set<TableName> tables, EntityMap<EntitySet> children) {
        boolean wanted = tables.contains(graph.model(entity).mapping().table()) || replaced.contains(entity);
        if (wanted && !blocked.contains(entity)) early.add(entity);
        EntitySet below = children.get(entity);
        if (early.contains(entity) && below != null) below.forEach(early::add);
    }
}
