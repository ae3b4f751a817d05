package io.github.cascadecontract.hibernate;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.Status;
import org.jspecify.annotations.Nullable;

/**
 * What was given to remove and waits for the flush. Hibernate shows it as deleted ({@code contains} is false, {@code find}
 * null), but has no statement for it yet.
 */
final class RemovalMarks {
    private final SessionEntities entities;
    private final Map<Object, Status> statusBefore = new IdentityHashMap<>();

    RemovalMarks(SessionEntities entities) {
        this.entities = entities;
    }

    boolean isEmpty() {
        return statusBefore.isEmpty();
    }

    boolean isMarked(Object entity) {
        return statusBefore.containsKey(entity);
    }

    void mark(Object entity) {
        EntityEntry entry = entities.entry(entity);
        if (entry == null || entry.getStatus().isDeletedOrGone()) return;
        statusBefore.put(entity, entry.getStatus());
        entry.setDeletedState(entry.getLoadedState());
        entities.context().setEntryStatus(entry, Status.DELETED);
    }

    /** Before a flush: the engine sees the entities as managed and says which of them go. */
    void restore() {
        statusBefore.forEach(this::restore);
        statusBefore.clear();
    }

    /** What is asked meanwhile sees the entities as managed, as the flush will. */
    <T> T restoredFor(Supplier<T> question) {
        List<Object> marked = List.copyOf(statusBefore.keySet());
        restore();
        try {
            return question.get();
        } finally {
            marked.forEach(this::mark);
        }
    }

    /** Shows those as managed whose removal was cancelled. */
    void restoreUnless(Predicate<Object> isStillMarked) {
        statusBefore.entrySet().removeIf(mark -> {
            boolean cancelled = !isStillMarked.test(mark.getKey());
            if (cancelled) restore(mark.getKey(), mark.getValue());
            return cancelled;
        });
    }

    void forget(Object entity) {
        Status before = statusBefore.remove(entity);
        restore(entity, before);
    }

    void clear() {
        statusBefore.clear();
    }

    private void restore(Object entity, @Nullable Status before) {
        EntityEntry entry = entities.entry(entity);
        if (entry == null || before == null) return;
        entities.context().setEntryStatus(entry, before);
    }
}
