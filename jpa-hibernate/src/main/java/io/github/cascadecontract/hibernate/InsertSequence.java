package io.github.cascadecontract.hibernate;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.generator.values.GeneratedValues;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * The order of inserts, where it is not the one that Hibernate has: its queue cannot be sorted from outside, but a row can be
 * inserted ahead of its turn and passed over when the turn comes.
 */
final class InsertSequence {
    private final SessionEntities entities;
    private final Deque<Object> order = new ArrayDeque<>();
    private final Set<Object> ordered = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> written = Collections.newSetFromMap(new IdentityHashMap<>());

    InsertSequence(SessionEntities entities) {
        this.entities = entities;
    }

    /** Sets the order of a flush; none is needed if it is Hibernate's own. */
    void plan(List<Object> planned, List<Object> queue) {
        if (isSame(planned, queue)) return;
        order.addAll(planned);
        ordered.addAll(planned);
    }

    /** Called before an INSERT: inserts what comes first; true if the row itself was inserted ahead. */
    boolean isHandled(Object entity) {
        if (written.remove(entity)) return true;
        if (!ordered.remove(entity)) return false;
        while (order.peek() != entity) writeAhead(order.remove());
        order.remove();
        return false;
    }

    void clear() {
        order.clear();
        ordered.clear();
        written.clear();
    }

    private void writeAhead(Object entity) {
        ordered.remove(entity);
        EntityEntry entry = entities.entry(entity);
        if (entry == null || isVetoed(entity, entry)) return;
        insert(entity, entry);
        written.add(entity);
    }

    /** Listeners of the application may complete the row, and hear of it again when its turn comes. */
    private boolean isVetoed(Object entity, EntityEntry entry) {
        EventSource session = entities.session();
        PreInsertEvent event =
                new PreInsertEvent(entity, entry.getId(), entry.getLoadedState(), entry.getPersister(), session);
        AtomicBoolean veto = new AtomicBoolean();
        session.getFactory()
                .getEventListenerGroups()
                .eventListenerGroup_PRE_INSERT
                .fireEventOnEachListener(event, (listener, before) -> {
                    if (listener.onPreInsert(before)) veto.set(true);
                });
        return veto.get();
    }

    private void insert(Object entity, EntityEntry entry) {
        EventSource session = entities.session();
        EntityPersister persister = entry.getPersister();
        @Nullable Object[] state = entry.getLoadedState();
        GeneratedValues generated = persister.getInsertCoordinator().insert(entity, entry.getId(), state, session);
        entry.postInsert(state);
        if (persister.hasInsertGeneratedProperties()) {
            persister.processInsertGeneratedProperties(entry.getId(), entity, state, generated, session);
            entry.postUpdate(entity, state, persister.getVersion(entity));
        }
        entities.context().registerInsertedKey(persister, entry.getId());
    }

    private static boolean isSame(List<Object> planned, List<Object> queue) {
        if (planned.size() != queue.size()) return false;
        for (int i = 0; i < planned.size(); i++) if (planned.get(i) != queue.get(i)) return false;
        return true;
    }
}
