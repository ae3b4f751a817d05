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
    private final List<Object> markings = new ArrayList<>();
    private final Set<Object> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Object> owed = new ArrayList<>();
    private final IdentityHashMap<Object, List<Origin>> origins = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Map<Relation, Object>> named = new IdentityHashMap<>();
    private final Map<ForeignKey, IdentityHashMap<Object, LastParent>> parents = new HashMap<>();

    /** The parent that an earlier flush gave a child which has no attribute for it; null if it took the child from all. */
    record LastParent(@Nullable Object parent) {}

    /** Where a pending entity hung when it became managed: the holder held it over the relation. */
    record Origin(Relation relation, Object holder) {}

    void mark(Object entity) {
        if (marked.add(entity)) markings.add(entity);
    }

    /** Takes a mark back; tells whether there was one. */
    boolean unmark(Object entity) {
        return marked.remove(entity);
    }

    boolean isMarked(Object entity) {
        return marked.contains(entity);
    }

    /** In the order of the calls. */
    EntitySet marked() {
        EntitySet inOrder = new EntitySet();
        for (Object entity : markings) if (marked.contains(entity)) inOrder.add(entity);
        return inOrder;
    }

    /** Whether an earlier flush removed the entity (rule ORP-8). */
    boolean isGone(Object entity) {
        return gone.contains(entity);
    }

    void lost(Object entity) {
        gone.add(entity);
    }

    /** A new entity is to be persisted by the next flush, though no relation may reach it. */
    void owe(Object entity) {
        owed.add(entity);
    }

    List<Object> owed() {
        return owed;
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

    /** What an earlier flush did to a child which has no attribute for its parent; null if it did nothing. */
    @Nullable
    LastParent lastParent(ForeignKey key, Object child) {
        IdentityHashMap<Object, LastParent> ofKey = parents.get(key);
        return ofKey == null ? null : ofKey.get(child);
    }

    void forget(Object entity) {
        unmark(entity);
        owed.removeIf(other -> other == entity);
        origins.remove(entity);
        named.remove(entity);
    }

    void flushed(FlushPlan plan) {
        for (Step step : plan.steps()) {
            if (step instanceof Step.Remove remove) gone.add(remove.entity());
            if (step instanceof Step.SetReference set && set.key().childSide() == null) remember(set);
        }
        marked.clear();
        markings.clear();
        owed.clear();
        origins.clear();
        named.clear();
    }

    private void remember(Step.SetReference set) {
        parents.computeIfAbsent(set.key(), absent -> new IdentityHashMap<>())
                .put(set.child(), new LastParent(set.parent()));
    }

    void clear() {
        marked.clear();
        markings.clear();
        owed.clear();
        gone.clear();
        origins.clear();
        named.clear();
        parents.clear();
    }
}
