package io.github.cascadecontract.hibernate;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.ManagedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the managed entities that have a row. It is done at every flush: the entry of the entity that was just
 * returned is kept at hand, so that looking at its relations needs no look-up.
 */
final class EntityCursor implements Iterator<Object> {
    private final SessionEntities entities;
    private final ManagedEntity[] all;
    private int next;
    private @Nullable ManagedEntity current;

    EntityCursor(SessionEntities entities, ManagedEntity[] all) {
        this.entities = entities;
        this.all = all;
        advance();
    }

    @Override
    public boolean hasNext() {
        return next < all.length;
    }

    @Override
    public Object next() {
        if (!hasNext()) throw new NoSuchElementException();
        ManagedEntity found = all[next++];
        current = found;
        advance();
        return found.$$_hibernate_getEntityInstance();
    }

    /** The entry of the entity, null if it is not the one that was just returned. */
    @Nullable
    EntityEntry entryOf(Object entity) {
        ManagedEntity at = current;
        return at != null && at.$$_hibernate_getEntityInstance() == entity ? at.$$_hibernate_getEntityEntry() : null;
    }

    private void advance() {
        while (hasNext() && !hasRow(all[next])) next++;
    }

    private boolean hasRow(ManagedEntity candidate) {
        EntityEntry entry = candidate.$$_hibernate_getEntityEntry();
        return entry != null && entry.isExistsInDatabase() && entities.mapped(entry) != null;
    }
}
