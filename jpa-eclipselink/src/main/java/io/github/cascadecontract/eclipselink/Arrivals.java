package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.BasicMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a unit of work has not written yet, in the order in which they came. EclipseLink forgets a pending
 * entity as soon as it is removed; the engine wants it to be pending until the flush.
 */
final class Arrivals {
    private final Governance governance;
    private final Internals internals;
    private final List<Object> inOrder = new ArrayList<>();
    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> removed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> neverWritten = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable Object unregistered;

    Arrivals(Governance governance, Internals internals) {
        this.governance = governance;
        this.internals = internals;
    }

    /** An entity is registered by EclipseLink as pending. */
    void add(Object entity) {
        removed.remove(entity);
        neverWritten.remove(entity);
        if (known.add(entity)) inOrder.add(entity);
    }

    /** The entity counts as not registered, and stands for itself, while this runs. */
    void asUnregistered(Object entity, Runnable decision) {
        Object outer = unregistered;
        unregistered = entity;
        try {
            decision.run();
        } finally {
            unregistered = outer;
        }
    }

    boolean isUnregistered(Object entity) {
        return entity == unregistered;
    }

    /** EclipseLink is about to forget a pending entity because it was removed. */
    void remove(Object entity) {
        removed.add(entity);
    }

    boolean isPending(Object entity) {
        return removed.contains(entity) || internals.isPending(entity);
    }

    List<Object> pending() {
        List<Object> pending = new ArrayList<>();
        for (Object entity : inOrder) if (isPending(entity) && !isUnregistered(entity)) pending.add(entity);
        return pending;
    }

    /** It will not be written; it may come again as a new one. */
    void discard(Object entity) {
        removed.remove(entity);
        neverWritten.add(entity);
        if (known.remove(entity)) inOrder.removeIf(other -> other == entity);
    }

    /** Those that were pending and that the application detached. */
    List<Object> detached() {
        return inOrder.stream().filter(entity -> !isPending(entity)).toList();
    }

    /** All pending entities were written. */
    void written() {
        inOrder.clear();
        known.clear();
        removed.clear();
    }

    void clear() {
        written();
        neverWritten.clear();
    }

    /** Whether an entity that is not registered had a row: known by its version or a generated id (rule PER-4). */
    boolean hadRow(Object entity) {
        if (neverWritten.contains(entity)) return false;
        EntityModel model = governance.contract().entity(entity.getClass());
        return hasVersion(entity, model) || hasGeneratedId(entity, model) || governance.hasManaged(entity);
    }

    private static boolean hasVersion(Object entity, EntityModel model) {
        BasicMapping version = model.mapping().version();
        return version != null && isGiven(version.attribute().get(entity));
    }

    private boolean hasGeneratedId(Object entity, EntityModel model) {
        if (!model.mapping().identity().isGenerated()) return false;
        boolean given = !isUnregistered(entity) || !internals.usesSequence(entity) || internals.cameWithId(entity);
        Object id = given ? model.mapping().identity().idOf(entity) : null;
        return id != null && isGiven(id);
    }

    /** Primitive attributes cannot be null; EclipseLink gives neither id nor version 0. */
    private static boolean isGiven(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() != 0 : value != null;
    }
}
