package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.TableMapping;
import io.github.cascadecontract.mapping.TableName;
import io.github.cascadecontract.plan.Timing;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows must give way before the inserts of the same flush (rule ORP-7): those of a table that also gets a row, and
 * children replaced in a one-to-one. A removed row that something has to be sent for first waits, and so do those above it.
 */
final class EarlySteps {
    private final Graph graph;
    private final EntitySet waiting;
    private final EntitySet replaced;
    private final EntitySet early = new EntitySet();
    private final Set<EntityModel> earlyTypes = new HashSet<>();

    EarlySteps(Graph graph, Replacements replacements, EntitySet waiting) {
        this.graph = graph;
        this.waiting = waiting;
        this.replaced = replacements.givingWay();
    }

    /**
     * Decides for all removed entities.
     *
     * @param order the removed entities, children first, with their links
     * @param inserted everything that gets a row
     */
    void decide(RemovalOrder order, EntitySet inserted) {
        Set<TableName> tables = new HashSet<>();
        inserted.forEach(entity -> tables.addAll(tablesOf(entity)));
        EntityMap<EntitySet> children = children(order);
        for (Object entity : order.sorted()) waitAboveChildren(entity, children);
        List<Object> sorted = order.sorted();
        for (int i = sorted.size() - 1; i >= 0; i--) decide(sorted.get(i), tables, children);
        for (Object entity : early) earlyTypes.add(graph.model(entity));
    }

    Timing ofRemoval(Object entity) {
        return early.contains(entity) ? Timing.EARLY : Timing.NORMAL;
    }

    /** Link rows go before the first of their ends goes. */
    Timing ofClearing(Object entity, Relation relation) {
        return early.contains(entity) || isEarlyType(relation.target()) ? Timing.EARLY : Timing.NORMAL;
    }

    /**
     * When the key of a surviving child must leave its old parent.
     *
     * @param oldParent null if it is not known
     */
    Timing ofReference(Object child, ForeignKey key, @Nullable Object oldParent) {
        if (graph.isUnwritten(child)) return Timing.NORMAL;
        boolean leavesEarly = oldParent == null
                ? key.childSide() == null && isEarlyType(key.parent())
                : early.contains(graph.resolve(oldParent));
        return leavesEarly || (key.isOneToOne() && replaced.contains(child)) ? Timing.EARLY : Timing.NORMAL;
    }

    private boolean isEarlyType(EntityModel type) {
        return earlyTypes.stream().anyMatch(type::covers);
    }

    private List<TableName> tablesOf(Object entity) {
        return graph.model(entity).mapping().tables().stream()
                .map(TableMapping::table)
                .toList();
    }

    private static EntityMap<EntitySet> children(RemovalOrder order) {
        EntityMap<EntitySet> children = new EntityMap<>();
        for (DependencyOrder.Link link : order.links())
            children.computeIfAbsent(link.after(), EntitySet::new).add(link.before());
        return children;
    }

    private void waitAboveChildren(Object entity, EntityMap<EntitySet> children) {
        EntitySet below = children.get(entity);
        if (below == null) return;
        for (Object child : below) if (waiting.contains(child)) waiting.add(entity);
    }

    private void decide(Object entity, Set<TableName> tables, EntityMap<EntitySet> children) {
        boolean wanted = !Collections.disjoint(tables, tablesOf(entity)) || replaced.contains(entity);
        if (wanted && !waiting.contains(entity)) early.add(entity);
        EntitySet below = children.get(entity);
        if (early.contains(entity) && below != null) below.forEach(early::add);
    }
}
