package io.github.cascadecontract.engine;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.RowsBelow;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
    private final Map<ForeignKey, EntitySet> readParents = new HashMap<>();
    private final EntityMap<EntitySet> childrenInMemory = new EntityMap<>();

    MissingRows(Graph graph, Ledger ledger, Assignments assignments, Removals removals) {
        this.graph = graph;
        this.ledger = ledger;
        this.assignments = assignments;
        this.removals = removals;
    }

    /**
     * Looks for them.
     *
     * @param written what gets a row in this flush and may lose it again
     */
    void find(EntitySet written) {
        for (ForeignKey key : reachableKeys()) {
            for (Object entity : graph.view().managed(key.child())) gather(entity, key);
            for (Object entity : written) if (key.child().covers(graph.model(entity))) gather(entity, key);
        }
        Deque<Object> open = new ArrayDeque<>(candidates.list());
        while (!open.isEmpty()) {
            EntitySet below = childrenInMemory.get(open.poll());
            if (below == null) continue;
            for (Object child : below) if (candidates.add(child)) open.add(child);
        }
    }

    /** Whether the cascade must not come before the statement that moves a child, because it may reach one of the rows. */
    boolean isEndangered(Assignment assignment) {
        if (candidates.contains(assignment.child()) || candidates.contains(assignment.parent())) return true;
        ForeignKey key = assignment.key();
        if (graph.isUnwritten(assignment.child()) || !isReached(key.parent())) return false;
        Object old = assignment.oldParent();
        if (old == null) return key.childSide() == null;
        return candidates.contains(old) || !isRead(old, key);
    }

    private boolean isRead(Object parent, ForeignKey key) {
        EntitySet parents = readParents.computeIfAbsent(key, absent -> {
            EntitySet read = new EntitySet();
            for (Object entity : graph.view().managed(key.parent())) read.add(entity);
            return read;
        });
        return parents.contains(graph.resolve(parent));
    }

    private Set<ForeignKey> reachableKeys() {
        Set<ForeignKey> keys = new LinkedHashSet<>();
        Deque<EntityModel> open = new ArrayDeque<>();
        Set<EntityModel> removedTypes = new LinkedHashSet<>();
        removals.removed().keys().forEach(entity -> removedTypes.add(graph.model(entity)));
        for (EntityModel removed : removedTypes)
            for (ForeignKey key : removed.referringKeys()) if (isLeftAlone(key)) reach(key, keys, open);
        for (Step.HandleRows handled : removals.setBased()) reachSetBased(handled, keys, open);
        while (!open.isEmpty()) for (ForeignKey key : open.poll().referringKeys()) reach(key, keys, open);
        return keys;
    }

    private void reachSetBased(Step.HandleRows handled, Set<ForeignKey> keys, Deque<EntityModel> open) {
        boolean removes = handled.operation() == RowsBelow.Operation.DELETE
                && handled.rows().links() == null;
        ForeignKey key = handled.rows().last().key();
        if (!removes || !keys.add(key)) return;
        reachedTypes.add(key.child());
        open.addAll(key.child().withSubtypes());
    }

    private void reach(ForeignKey key, Set<ForeignKey> keys, Deque<EntityModel> open) {
        if (!mayCascade(key) || !keys.add(key)) return;
        reachedTypes.add(key.child());
        open.addAll(key.child().withSubtypes());
    }

    private boolean isReached(EntityModel type) {
        return reachedTypes.stream().anyMatch(type::overlaps);
    }

    /** Where the mapping does not tell the action, a key that the client leaves alone may cascade. */
    private static boolean mayCascade(ForeignKey key) {
        return key.onDelete().map(ReferentialAction.CASCADE::equals).orElse(isLeftAlone(key));
    }

    /** The client handles all children of a relation that is not passive. */
    private static boolean isLeftAlone(ForeignKey key) {
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
        else if (isLeftAlone(key) || isReached(key.parent())) candidates.add(child);
    }

    private void place(Object child, ForeignKey key, @Nullable Object parent) {
        if (parent == null) return;
        if (removals.isGoing(graph.resolve(parent)) || isUnread(child, key)) candidates.add(child);
        else childrenInMemory.computeIfAbsent(parent, EntitySet::new).add(child);
    }

    /** A parent that is not in memory may be gone only if a cascade reaches its type. */
    private boolean isUnread(Object child, ForeignKey key) {
        Relation childSide = key.childSide();
        return childSide != null && isReached(key.parent()) && !graph.isLoaded(child, childSide);
    }

    /** One question per type, to be asked after the flush. */
    List<Step> steps() {
        Map<EntityModel, List<Object>> byType = new LinkedHashMap<>();
        for (Object entity : candidates)
            byType.computeIfAbsent(graph.model(entity), absent -> new ArrayList<>())
                    .add(entity);
        List<Step> steps = new ArrayList<>();
        byType.forEach((type, found) -> steps.add(new Step.ForgetMissing(type, found, Because.asked(Rule.SES_1))));
        return steps;
    }
}
