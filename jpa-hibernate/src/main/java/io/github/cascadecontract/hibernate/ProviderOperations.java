package io.github.cascadecontract.hibernate;

import java.util.List;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.event.spi.DeleteContext;
import org.hibernate.event.spi.DeleteEvent;
import org.hibernate.event.spi.DeleteEventListener;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EvictEvent;
import org.hibernate.event.spi.EvictEventListener;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.hibernate.event.spi.RefreshContext;
import org.hibernate.event.spi.RefreshEvent;
import org.hibernate.event.spi.RefreshEventListener;

/** Hibernate's own operations on one entity, as its listeners do them. */
record ProviderOperations(
        List<PersistEventListener> persisting,
        List<DeleteEventListener> deleting,
        List<RefreshEventListener> refreshing,
        List<EvictEventListener> evicting) {
    ProviderOperations {
        persisting = List.copyOf(persisting);
        deleting = List.copyOf(deleting);
        refreshing = List.copyOf(refreshing);
        evicting = List.copyOf(evicting);
    }

    void persist(Object entity, EventSource session) {
        PersistEvent event = new PersistEvent(entity, session);
        PersistContext context = PersistContext.create();
        persisting.forEach(listener -> listener.onPersist(event, context));
    }

    /** The DELETE is sent at its usual place, after inserts and updates. */
    void delete(Object entity, EventSource session) {
        delete(new DeleteEvent(entity, session));
    }

    /** The DELETE is sent before the inserts. */
    void deleteEarly(Object entity, EventSource session) {
        delete(new DeleteEvent(null, entity, false, true, session));
    }

    /** As if the database were to cascade the deletion: everything but the statement. */
    void deleteSilently(Object entity, EventSource session) {
        delete(new DeleteEvent(null, entity, true, session));
    }

    void refresh(RefreshEvent event) {
        RefreshContext context = RefreshContext.create();
        refreshing.forEach(listener -> listener.onRefresh(event, context));
    }

    void evict(Object entity, EventSource session) {
        EvictEvent event = new EvictEvent(entity, session);
        evicting.forEach(listener -> listener.onEvict(event));
    }

    private void delete(DeleteEvent event) {
        DeleteContext context = DeleteContext.create();
        deleting.forEach(listener -> listener.onDelete(event, context));
        sendNoUpdate(event);
    }

    /** Hibernate nulls references to what is deleted before; the order of the engine makes that needless. */
    private static void sendNoUpdate(DeleteEvent event) {
        EntityEntry entry = event.getSession().getPersistenceContextInternal().getEntry(event.getObject());
        Object[] loaded = entry == null ? null : entry.getLoadedState();
        if (loaded != null) entry.setDeletedState(loaded.clone());
        if (event.getObject() instanceof SelfDirtinessTracker tracker) tracker.$$_hibernate_clearDirtyAttributes();
        if (event.getObject() instanceof SelfDirtinessTracker tracker) tracker.$$_hibernate_clearDirtyAttributes();
    }
}
