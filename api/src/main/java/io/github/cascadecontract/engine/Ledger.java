package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a unit of work remembers between calls and between flushes. */
final class Ledger {
    private final Set<Object> marked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Object> markedInOrder = new ArrayList<>();
    private final Set<Object> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Object, List<Origin>> origins = new IdentityHashMap<>();
    private final Map<Object, Map<Relation, Object>> named = new IdentityHashMap<>();
    private final Map<ForeignKey, Map<Object, Object>> parents = new HashMap<>();

    /** Where a pending entity hung when it became managed: the holder held it over the relation. */
    record Origin(Relation relation, Object holder) {}

    void mark(Object entity) {
        if (marked.add(entity)) markedInOrder.add(entity);
    }

    /** Takes a mark back; tells whether there was one. */
    boolean unmark(Object entity) {
        markedInOrder.removeIf(other -> other == entity);
        return marked.remove(entity);
    }

    boolean isMarked(Object entity) {
        return marked.contains(entity);
    }

    List<Object> marked() {
        return markedInOrder;
    }

    /** Whether an earlier flush removed the entity (rule ORP-8). */
    boolean isGone(Object entity) {
        return gone.contains(entity);
    }

    void lost(Object entity) {
        gone.add(entity);
    }

    void addOrigin(Object entity, Relation relation, Object holder) {
        origins.computeIfAbsent(entity, absent -> new ArrayList<>()).add(new Origin(relation, holder));
    }

    boolean isOrigin(Object entity, Relation relation, Object holder) {
        return origins(entity).stream().anyMatch(origin -> origin.relation() == relation && origin.holder() == holder);
    }

    /** Remembers which parent the reference of an entity named when it became managed. */
    void addNamed(Object entity, Relation reference, Object parent) {
        named.computeIfAbsent(entity, absent -> new LinkedHashMap<>()).put(reference, parent);
    }

    /** The parents that the references of a pending entity named when it became managed. */
    Map<Relation, Object> named(Object entity) {
        return named.getOrDefault(entity, Map.of());
    }

    List<Origin> origins(Object entity) {
        return origins.getOrDefault(entity, List.of());
    }

    /** The parent that an earlier flush gave a child which has no attribute for it; null if none did. */
    @Nullable
    Object rememberedParent(ForeignKey key, Object child) {
        return parents.getOrDefault(key, Map.of()).get(child);
    }

    void forget(Object entity) {
        unmark(entity);
        origins.remove(entity);
        named.remove(entity);
    }

    void flushed(FlushPlan plan) {
        for (Step step : plan.steps()) {
            if (step instanceof Step.Remove remove) gone.add(remove.entity());
            if (step instanceof Step.SetReference set && set.key().childSide() == null) remember(set);
        }
        marked.clear();
        markedInOrder.clear();
        origins.clear();
        named.clear();
    }

    private void remember(Step.SetReference set) {
        Map<Object, Object> ofKey = parents.computeIfAbsent(set.key(), absent -> new IdentityHashMap<>());
        if (set.parent() == null) ofKey.remove(set.child());
        else ofKey.put(set.child(), set.parent());
    }

    void clear() {
        marked.clear();
        markedInOrder.clear();
        gone.clear();
        origins.clear();
        named.clear();
        parents.clear();
    }
}
