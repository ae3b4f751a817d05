package io.github.cascadecontract.hibernate;

import java.util.List;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.event.spi.InitializeCollectionEvent;
import org.hibernate.event.spi.InitializeCollectionEventListener;
import org.hibernate.persister.collection.CollectionPersister;

/** Keeps what the application did to a collection apart from the rows that are loaded into it. */
final class InitializeCollectionListener implements InitializeCollectionEventListener {
    private final Governance governance;
    private final List<InitializeCollectionEventListener> provider;

    InitializeCollectionListener(Governance governance, List<InitializeCollectionEventListener> provider) {
        this.governance = governance;
        this.provider = List.copyOf(provider);
    }

    @Override
    public void onInitializeCollection(InitializeCollectionEvent event) {
        PersistentCollection<?> collection = event.getCollection();
        Object owner = collection.getOwner();
        if (!collection.hasQueuedOperations() || owner == null || !governance.governs(owner)) load(event);
        else {
            QueuedChanges changes = QueuedChanges.takeFrom(collection, persister(event));
            load(event);
            changes.applyTo(collection);
        }
    }

    private static CollectionPersister persister(InitializeCollectionEvent event) {
        return event.getFactory()
                .getMappingMetamodel()
                .getCollectionDescriptor(event.getCollection().getRole());
    }

    private void load(InitializeCollectionEvent event) {
        provider.forEach(listener -> listener.onInitializeCollection(event));
    }
}
