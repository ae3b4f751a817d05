package io.github.cascadecontract.engine;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of entities, compared by identity, that keeps the order of insertion. */
final class EntitySet implements Iterable<Object> {
    private final EntityMap<Boolean> members = new EntityMap<>();

    boolean add(Object entity) {
        return members.putIfAbsent(entity, true);
    }

    boolean contains(@Nullable Object entity) {
        return members.contains(entity);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    int size() {
        return members.keys().size();
    }

    /** The member that was added first; there must be one. */
    Object first() {
        return list().get(0);
    }

    List<Object> list() {
        return members.keys();
    }

    /** The members that the other set does not have. */
    EntitySet without(EntitySet other) {
        EntitySet rest = new EntitySet();
        for (Object entity : this) if (!other.contains(entity)) rest.add(entity);
        return rest;
    }

    @Override
    public Iterator<Object> iterator() {
        return Collections.unmodifiableList(members.keys()).iterator();
    }
}
