package io.github.cascadecontract.engine;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which managed entities may stand for rows that the database is going to remove in cascade (rule SES-1). */
final class MissingRows {
    private final Graph graph;
    private final Ledger ledger;
    private final Assignments assignments;
    private final Removals removals;
    private final Set<EntityModel> reachedTypes = new LinkedHashSet<>();
    private final EntitySet candidates = new EntitySet();
    private final EntityMap<EntitySet> childrenInMemory = new EntityMap<>();

    MissingRows(Graph graph, Ledger ledger, Assignments assignments, Removals removals) {
        this.graph = graph;
        this.ledger = ledger;
        this.assignments = assignments;
        this.removals = removals;
    }

    /**
     * The questions to ask after the flush.
     *
     * @param written what gets a row in this flush and may lose it again
     */
    List<Step> steps(EntitySet written) {
        for (ForeignKey key : reachableKeys()) {
            for (Object entity : graph.view().managed(key.child())) gather(entity, key);
            for (Object entity : written) if (graph.model(entity) == key.child()) gather(entity, key);
        }
        Deque<Object> open = new ArrayDeque<>(candidates.list());
        while (!open.isEmpty()) {
            EntitySet below = childrenInMemory.get(open.poll());
            if (below == null) continue;
            for (Object child : below) if (candidates.add(child)) open.add(child);
        }
        return perType();
    }

    private Set<ForeignKey> reachableKeys() {
        Set<ForeignKey> keys = new LinkedHashSet<>();
        Deque<EntityModel> open = new ArrayDeque<>();
        removals.removed().keys().forEach(entity -> open.add(graph.model(entity)));
        while (!open.isEmpty()) {
            for (ForeignKey key : open.poll().referringKeys()) {
                if (!mayCascade(key) || !keys.add(key)) continue;
                reachedTypes.add(key.child());
                open.add(key.child());
            }
        }
        return keys;
    }

    /** Where the mapping does not tell the action, a key that the client leaves alone may cascade. */
    private static boolean mayCascade(ForeignKey key) {
        if (key.onDelete().isPresent()) return key.onDelete().get() == ReferentialAction.CASCADE;
        Relation parentSide = key.parentSide();
        return parentSide == null || parentSide.passiveDeletes() != Mode.OFF;
    }

    private void gather(Object child, ForeignKey key) {
        if (ledger.isGone(child) || removals.isGoing(child) || removals.nulls(child, key)) return;
        Assignment assignment = assignments.of(key, child);
        Ledger.LastParent last = ledger.lastParent(key, child);
        if (assignment != null) place(child, key, assignment.parent());
        else if (key.childSide() != null) place(child, key, graph.parentByReference(child, key));
        else if (last != null) place(child, key, last.parent());
        else if (mayBeLeftAlone(key)) candidates.add(child);
    }

    private void place(Object child, ForeignKey key, @Nullable Object parent) {
        if (parent == null) return;
        if (removals.isGoing(graph.resolve(parent)) || isUnread(child, key)) candidates.add(child);
        else childrenInMemory.computeIfAbsent(parent, EntitySet::new).add(child);
    }

    /** A parent that is not in memory may be gone only if a cascade reaches its type. */
    private boolean isUnread(Object child, ForeignKey key) {
        Relation childSide = key.childSide();
        return childSide != null && reachedTypes.contains(key.parent()) && !graph.isLoaded(child, childSide);
    }

    /** Without an attribute nobody knows the parent; the client handles all children of a relation that is not passive. */
    private boolean mayBeLeftAlone(ForeignKey key) {
        Relation parentSide = key.parentSide();
        boolean passive = parentSide == null || parentSide.passiveDeletes() != Mode.OFF;
        return passive || reachedTypes.contains(key.parent());
    }

    private List<Step> perType() {
        Map<EntityModel, List<Object>> byType = new LinkedHashMap<>();
        for (Object entity : candidates)
            byType.computeIfAbsent(graph.model(entity), absent -> new ArrayList<>())
                    .add(entity);
        List<Step> steps = new ArrayList<>();
        byType.forEach((type, found) -> steps.add(new Step.ForgetMissing(type, found, Because.asked(Rule.SES_1))));
        return steps;
    }
}
