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

/** Which managed entities may stand for rows that the database is going to remove in cascade (rule SES-1). */
final class MissingRows {
    private final Graph graph;
    private final Ledger ledger;
    private final Removals removals;
    private final Set<EntityModel> reachedTypes = new LinkedHashSet<>();
    private final EntitySet candidates = new EntitySet();
    private final EntityMap<EntitySet> childrenInMemory = new EntityMap<>();

    MissingRows(Graph graph, Ledger ledger, Removals removals) {
        this.graph = graph;
        this.ledger = ledger;
        this.removals = removals;
    }

    List<Step> steps() {
        reachableKeys().forEach(this::gather);
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
                if (!cascades(key) || !keys.add(key)) continue;
                reachedTypes.add(key.child());
                open.add(key.child());
            }
        }
        return keys;
    }

    /** Where the mapping does not tell the action, a relation left to the database may cascade there. */
    private static boolean cascades(ForeignKey key) {
        if (key.onDelete().isPresent()) return key.onDelete().get() == ReferentialAction.CASCADE;
        Relation parentSide = key.parentSide();
        return parentSide != null && parentSide.passiveDeletes() != Mode.OFF;
    }

    private void gather(ForeignKey key) {
        for (Object entity : graph.view().managed(key.child()))
            if (!ledger.isGone(entity) && !removals.isGoing(entity)) gather(entity, key);
    }

    private void gather(Object child, ForeignKey key) {
        Relation childSide = key.childSide();
        Object parent = childSide == null ? null : graph.reference(child, childSide);
        if (childSide == null || removals.isGoing(parent) || parent != null && isUnknown(child, childSide))
            candidates.add(child);
        else if (parent != null)
            childrenInMemory.computeIfAbsent(parent, EntitySet::new).add(child);
    }

    /** A parent that is not in memory may be gone only if a cascade reaches its type. */
    private boolean isUnknown(Object child, Relation childSide) {
        return reachedTypes.contains(childSide.target()) && !graph.isLoaded(child, childSide);
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
