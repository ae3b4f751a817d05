package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.CircularReferenceException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Parents are written first; a circle of new rows is opened at a nullable key (rules PER-1, REM-9). */
final class InsertOrder {
    private final Graph graph;
    private final EntityMap<Because> entities;
    private final DependencyOrder order;

    private InsertOrder(Graph graph, EntityMap<Because> entities, DependencyOrder.Opener opener) {
        this.graph = graph;
        this.entities = entities;
        this.order = new DependencyOrder(entities.keys(), graph::depth, opener);
        entities.keys().forEach(this::addOwnLinks);
    }

    /** The order of one call of persist; a circle of NOT NULL keys is left to the flush, it may be gone by then. */
    static InsertOrder atPersist(Graph graph, EntityMap<Because> entities) {
        return new InsertOrder(graph, entities, circle -> circle.get(0));
    }

    /** The order of a flush; a circle of NOT NULL keys is refused. */
    static InsertOrder atFlush(Graph graph, EntityMap<Because> entities) {
        return new InsertOrder(graph, entities, InsertOrder::weakest);
    }

    /** A child without an attribute for its parent depends on it all the same. */
    void add(Assignment assignment) {
        if (assignment.parent() != null) add(assignment.child(), assignment.parent(), assignment.key());
    }

    List<Step> steps() {
        List<Object> sorted = order.sort();
        EntityMap<Set<ForeignKey>> deferred = new EntityMap<>();
        for (DependencyOrder.Link link : order.opened())
            if (link.key().isNullable())
                deferred.computeIfAbsent(link.child(), LinkedHashSet::new).add(link.key());
        List<Step> steps = new ArrayList<>();
        for (Object entity : sorted) {
            Set<ForeignKey> keys = Objects.requireNonNullElse(deferred.get(entity), Set.of());
            steps.add(new Step.Persist(entity, Set.copyOf(keys), Objects.requireNonNull(entities.get(entity))));
        }
        return steps;
    }

    private void addOwnLinks(Object entity) {
        for (Relation relation : graph.relations(entity)) {
            if (relation.keySide() == KeySide.LINK_TABLE) continue;
            for (Object other : graph.members(entity, relation)) {
                if (relation.keySide() == KeySide.SOURCE) add(entity, other, relation.key());
                else if (relation.key().childSide() == null || isUnnamed(other, relation.key()))
                    add(other, entity, relation.key());
            }
        }
    }

    private boolean isUnnamed(Object child, ForeignKey key) {
        return entities.contains(child) && graph.parentByReference(child, key) == null;
    }

    private void add(Object child, Object parent, ForeignKey key) {
        order.add(new DependencyOrder.Link(parent, child, key, child));
    }

    /** The link of a circle that can be opened: one whose key may be NULL. */
    static DependencyOrder.Link weakest(List<DependencyOrder.Link> circle) {
        return circle.stream()
                .filter(link -> link.key().isNullable())
                .findFirst()
                .orElseThrow(() -> circle(circle.stream()
                        .map(DependencyOrder.Link::key)
                        .distinct()
                        .toList()));
    }

    private static CircularReferenceException circle(List<ForeignKey> keys) {
        return new CircularReferenceException(new Refusal(
                String.valueOf(keys.get(0).child()),
                Rule.REM_9,
                "rows refer to each other over keys that are all NOT NULL: " + keys,
                "Let one of the keys be NULL, or make it deferrable and leave the order to the database."));
    }
}
