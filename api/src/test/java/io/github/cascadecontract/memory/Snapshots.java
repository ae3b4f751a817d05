package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What the relations of managed entities held when they were last in step with the database. */
final class Snapshots {
    private final Map<Object, Map<Relation, Snapshot>> taken = new IdentityHashMap<>();

    /**
     * One relation's state.
     *
     * @param value the attribute's value itself
     * @param members what it held; null if it was not loaded
     */
    record Snapshot(Object value, List<Object> members) {}

    void take(Object entity, Relation relation) {
        Object value = relation.attribute().get(entity);
        if (value instanceof LazyList list) list.settle();
        put(entity, relation, new Snapshot(value, membersOf(value)));
    }

    /** Of a reference from the other side that was not read. */
    void takeUnloaded(Object entity, Relation relation) {
        put(entity, relation, new Snapshot(null, null));
    }

    void forget(Object entity) {
        taken.remove(entity);
    }

    boolean has(Object entity, Relation relation) {
        return taken.containsKey(entity) && taken.get(entity).containsKey(relation);
    }

    Snapshot of(Object entity, Relation relation) {
        return taken.get(entity).get(relation);
    }

    boolean mayHaveChanged(Object entity, Relation relation) {
        Snapshot snapshot = of(entity, relation);
        Object value = relation.attribute().get(entity);
        if (value != snapshot.value()) return true;
        if (value instanceof LazyList list) return list.isChanged();
        return value instanceof Collection<?> && !same((Collection<?>) value, snapshot.members());
    }

    private void put(Object entity, Relation relation, Snapshot snapshot) {
        taken.computeIfAbsent(entity, absent -> new HashMap<>()).put(relation, snapshot);
    }

    static List<Object> membersOf(Object value) {
        if (value == null) return List.of();
        if (value instanceof LazyList list) return list.isLoaded() ? list.snapshot() : List.of();
        if (value instanceof Collection<?> members) return new ArrayList<>(members);
        return Collections.singletonList(value);
    }

    static boolean same(Collection<?> one, Collection<?> other) {
        if (one.size() != other.size()) return false;
        Iterator<?> others = other.iterator();
        for (Object member : one) if (member != others.next()) return false;
        return true;
    }
}
