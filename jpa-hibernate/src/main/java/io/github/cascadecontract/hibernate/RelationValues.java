package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.Relation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.Hibernate;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.CollectionKey;
import org.hibernate.engine.spi.EntityEntry;
import org.jspecify.annotations.Nullable;

/** What relations hold now and held before, as far as Hibernate knows it without asking the database. */
final class RelationValues {
    private final SessionEntities entities;

    RelationValues(SessionEntities entities) {
        this.entities = entities;
    }

    /** Called for every relation of every managed entity at every flush. */
    boolean mayHaveChanged(Object entity, Relation relation) {
        EntityEntry entry = entities.entry(entity);
        if (entry == null) return true;
        MappedEntity mapped = entities.mapped(entry);
        if (mapped == null) return true;
        int position = mapped.position(relation);
        if (mapped.lazy().isUnread(entity, position)) return mapped.lazy().isWrittenUnread(entity);
        Object now = mapped.value(entity, relation);
        @Nullable Object @Nullable [] loaded = entry.getLoadedState();
        boolean isSame = loaded == null || mapped.isInId(relation) || mapped.valueIn(loaded, relation) == now;
        if (!relation.isCollection()) return !isSame;
        if (now instanceof PersistentCollection<?> collection)
            return collection.isDirty()
                    || collection.hasQueuedOperations()
                    || !isSame && !isOwnedBy(entity, collection);
        return now != null || !isSame;
    }

    /** After a flush a new collection stands in for the loaded one. */
    private boolean isOwnedBy(Object entity, PersistentCollection<?> collection) {
        return collection.getOwner() == entity && entryOf(collection) != null;
    }

    boolean isLoaded(Object entity, Relation relation) {
        if (!Hibernate.isInitialized(entity)) return false;
        MappedEntity mapped = entities.mapped(entity);
        return !mapped.lazy().isUnread(entity, mapped.position(relation))
                && Hibernate.isInitialized(mapped.value(entity, relation));
    }

    /** The members in memory: of a collection that is not loaded, what was added to it. */
    Collection<? extends @Nullable Object> members(Object entity, Relation relation) {
        MappedEntity mapped = entities.mapped(entity);
        if (isHidden(entity, mapped, relation)) return List.of();
        Object value = mapped.value(entity, relation);
        if (value instanceof PersistentCollection<?> collection && !collection.wasInitialized())
            return QueuedChanges.of(collection, mapped.collection(relation)).added();
        return elements(value);
    }

    Collection<? extends @Nullable Object> load(Object entity, Relation relation) {
        MappedEntity mapped = entities.mapped(entity);
        if (mapped.lazy().isUnread(entity, mapped.position(relation)))
            mapped.lazy().read(entity, mapped.position(relation), entities.session());
        Object value = mapped.value(entity, relation);
        if (!relation.isCollection()) return elements(value == null ? null : entities.initialize(value));
        Hibernate.initialize(value);
        return elements(value);
    }

    /** The members when the session and the database last agreed. */
    Collection<?> before(Object entity, Relation relation) {
        EntityEntry entry = entities.entry(entity);
        if (entry == null || !entry.isExistsInDatabase()) return List.of();
        MappedEntity mapped = entities.mapped(entity);
        if (!relation.isCollection()) return elements(referenceBefore(entity, entry, relation));
        Object now = mapped.value(entity, relation);
        PersistentCollection<?> stored = stored(entry, mapped, relation);
        if (stored == null) return List.of();
        boolean merelyGrew = stored == now
                && !stored.wasInitialized()
                && !QueuedChanges.of(stored, mapped.collection(relation)).cleared();
        if (merelyGrew) return List.of();
        Hibernate.initialize(stored);
        return snapshot(stored);
    }

    private @Nullable Object referenceBefore(Object entity, EntityEntry entry, Relation relation) {
        MappedEntity mapped = entities.mapped(entity);
        if (mapped.isInId(relation)) return mapped.value(entity, relation);
        @Nullable
        Object @Nullable [] loaded =
                mapped.lazy().loadedState(entity, entry, mapped.position(relation), entities.session());
        return loaded == null ? null : mapped.valueIn(loaded, relation);
    }

    /** What was never read nor written holds nothing that is in memory. */
    private static boolean isHidden(Object entity, MappedEntity mapped, Relation relation) {
        return mapped.lazy().isUnread(entity, mapped.position(relation))
                && !mapped.lazy().isWrittenUnread(entity);
    }

    /** The collection that stands for the rows, also after the application put another one in its place. */
    private @Nullable PersistentCollection<?> stored(EntityEntry entry, MappedEntity mapped, Relation relation) {
        return entities.context().getCollection(new CollectionKey(mapped.collection(relation), entry.getId()));
    }

    private @Nullable CollectionEntry entryOf(PersistentCollection<?> collection) {
        return entities.context().getCollectionEntry(collection);
    }

    private Collection<?> snapshot(PersistentCollection<?> collection) {
        CollectionEntry entry = entryOf(collection);
        return elements(entry == null ? null : entry.getSnapshot());
    }

    /** The entities in an attribute's value; a snapshot of a set is a map as well. */
    private static Collection<? extends @Nullable Object> elements(@Nullable Object value) {
        if (value == null) return List.of();
        if (value instanceof Collection<?> collection) return collection;
        return value instanceof Map<?, ?> map ? map.values() : List.of(value);
    }
}
