package io.github.cascadecontract.hibernate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.persister.collection.CollectionPersister;
import org.jspecify.annotations.Nullable;

/**
 * What the application did to a collection that is not loaded. Hibernate queues additions and {@code clear}, and applies them
 * while it loads, so that they would count as rows that were there before.
 *
 * @param cleared whether everything was taken out first
 * @param added what was added
 */
record QueuedChanges(boolean cleared, List<@Nullable Object> added) {
    /** The changes that wait for a collection to be loaded; none if it is loaded. */
    static QueuedChanges of(PersistentCollection<?> collection, CollectionPersister persister) {
        List<@Nullable Object> added = new ArrayList<>();
        if (collection.hasQueuedOperations())
            collection.queuedAdditionIterator().forEachRemaining(added::add);
        boolean cleared = added.contains(null) && isCleared(collection, persister);
        // Of a clear Hibernate shows an added null.
        return new QueuedChanges(cleared, cleared ? added.subList(added.lastIndexOf(null) + 1, added.size()) : added);
    }

    /** Takes the changes off a collection, so that it loads the rows and nothing else. */
    static QueuedChanges takeFrom(PersistentCollection<?> collection, CollectionPersister persister) {
        QueuedChanges changes = of(collection, persister);
        collection.postAction();
        return changes;
    }

    /** Does to the loaded collection what the application did before it was loaded. */
    void applyTo(PersistentCollection<?> collection) {
        // Hibernate queues nothing for a map but clear.
        if (cleared && collection instanceof Map<?, ?> map) map.clear();
        if (!(collection instanceof Collection<?>)) return;
        @SuppressWarnings("unchecked")
        Collection<@Nullable Object> elements = (Collection<@Nullable Object>) collection;
        if (cleared) elements.clear();
        for (Object element : added) if (!elements.contains(element)) elements.add(element);
    }

    /** Hibernate refuses to tell the orphans of a queued clear, and of nothing else. */
    private static boolean isCleared(PersistentCollection<?> collection, CollectionPersister persister) {
        try {
            collection.getQueuedOrphans(persister.getElementPersister().getEntityName());
            return false;
        } catch (UnsupportedOperationException clear) {
            return true;
        }
    }
}
