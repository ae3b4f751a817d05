package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.ObjectNotFoundException;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.ManagedEntity;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/** The entities of the contract in one session: which instance stands for a row, and how the session stands to it. */
final class SessionEntities {
    private final Governance governance;
    private final EventSource session;
    private final Set<Object> detached = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable EntityCursor cursor;
    private @Nullable MappedEntity lastMapped;

    SessionEntities(Governance governance, EventSource session) {
        this.governance = governance;
        this.session = session;
    }

    CascadeContract contract() {
        return governance.contract();
    }

    EventSource session() {
        return session;
    }

    PersistenceContext context() {
        return session.getPersistenceContextInternal();
    }

    @Nullable
    EntityEntry entry(Object entity) {
        EntityEntry visited = cursor == null ? null : cursor.entryOf(entity);
        return visited == null ? context().getEntry(entity) : visited;
    }

    boolean isManaged(Object entity) {
        return entry(entity) != null;
    }

    boolean isProxy(Object entity) {
        return HibernateProxy.extractLazyInitializer(entity) != null;
    }

    /** How the runtime model has an entity of the contract. */
    MappedEntity mapped(Object entity) {
        EntityEntry entry = entry(entity);
        MappedEntity mapped = entry == null
                ? governance.entity(session.getEntityPersister(entityName(entity), entity))
                : mapped(entry);
        if (mapped == null) throw new IllegalStateException(entity.getClass() + " is not an entity of the contract");
        return mapped;
    }

    /** How the runtime model has a managed entity, null if the contract does not have it. */
    @Nullable
    MappedEntity mapped(EntityEntry entry) {
        MappedEntity last = lastMapped;
        if (last == null || last.persister() != entry.getPersister())
            lastMapped = last = governance.entity(entry.getPersister());
        return last;
    }

    /** The managed entities that have a row. */
    Iterable<Object> withRows() {
        return () -> cursor = new EntityCursor(this, context().reentrantSafeManagedEntities());
    }

    /** The managed entities that have no row yet. */
    List<Object> withoutRows() {
        List<Object> pending = new ArrayList<>();
        for (ManagedEntity candidate : context().reentrantSafeManagedEntities()) {
            EntityEntry entry = candidate.$$_hibernate_getEntityEntry();
            if (!entry.isExistsInDatabase() && mapped(entry) != null)
                pending.add(candidate.$$_hibernate_getEntityInstance());
        }
        return pending;
    }

    /** Hibernate writes nothing for a reference whose key is on the other side, and never takes it for settled. */
    void settleInverseReferences() {
        for (Object entity : withRows()) {
            EntityEntry entry = entry(entity);
            MappedEntity mapped = entry == null ? null : mapped(entry);
            if (mapped != null) mapped.inverseReferences().forEach(relation -> settle(entity, mapped, relation));
        }
    }

    /** A row that was inserted at persist has told nobody yet who shall refer to it. */
    void unsettleInverseReferences(Object entity) {
        EntityEntry entry = entry(entity);
        if (entry == null || !entry.isExistsInDatabase()) return;
        @Nullable Object @Nullable [] loaded = entry.getLoadedState();
        if (loaded == null) return;
        MappedEntity mapped = mapped(entity);
        mapped.inverseReferences().forEach(relation -> mapped.setValueIn(loaded, relation, null));
    }

    private void settle(Object entity, MappedEntity mapped, Relation relation) {
        EntityEntry entry = entry(entity);
        @Nullable Object @Nullable [] loaded = entry == null ? null : entry.getLoadedState();
        boolean unread = mapped.lazy().isUnread(entity, mapped.position(relation));
        if (loaded != null && !unread) mapped.setValueIn(loaded, relation, mapped.value(entity, relation));
    }

    /** Takes back the count of changes that are none. */
    void forgetUnchanged() {
        for (Object entity : withRows()) {
            EntityEntry entry = entity instanceof SelfDirtinessTracker ? entry(entity) : null;
            if (entry != null) mapped(entity).lazy().forgetUnchanged(entity, entry, session);
        }
    }

    Object resolve(Object reference) {
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(reference);
        if (proxy == null) return isManaged(reference) ? reference : managedTwin(reference);
        if (!proxy.isUninitialized()) return resolve(proxy.getImplementation());
        Object managed = context().getEntity(key(proxy));
        return managed == null ? reference : managed;
    }

    Presence presenceOf(Object entity) {
        EntityEntry entry = entry(entity);
        if (entry != null) return entry.isExistsInDatabase() ? Presence.MANAGED : Presence.PENDING;
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(entity);
        if (proxy != null) return proxy.getSession() == session ? Presence.MANAGED : Presence.DETACHED;
        if (!Hibernate.isInitialized(entity)) return Presence.DETACHED;
        Boolean isTransient = mapped(entity).persister().isTransient(entity, session);
        boolean hadRow = isTransient == null ? detached.contains(entity) : !isTransient;
        return hadRow ? Presence.DETACHED : Presence.NEW;
    }

    /** Whether the entity has no row yet. */
    boolean isUnwritten(Object entity) {
        Presence presence = presenceOf(entity);
        return presence == Presence.NEW || presence == Presence.PENDING;
    }

    /** The instance behind a reference, loaded if necessary; null if its row is gone. */
    @Nullable
    Object initialize(Object reference) {
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(reference);
        try {
            if (proxy != null) return proxy.getImplementation();
            if (!Hibernate.isInitialized(reference)) mapped(reference).lazy().initialize(reference);
            return reference;
        } catch (ObjectNotFoundException gone) {
            return null;
        }
    }

    /** The managed instance of a row, read if necessary; null if there is none. */
    @Nullable
    Object find(EntityModel model, Object id) {
        EntityPersister persister = session.getFactory().getMappingMetamodel().getEntityDescriptor(model.type());
        Object managed = context().getEntity(session.generateEntityKey(id, persister));
        Object found = managed == null ? session.find(model.type(), id) : initialize(managed);
        Object instance = found == null ? null : initialize(found);
        return model.type().isInstance(instance) ? instance : null;
    }

    /** The id of an entity, null if it is to be generated. */
    @Nullable
    Object givenIdOf(Object entity) {
        EntityEntry entry = entry(entity);
        boolean isKnown =
                entry != null && entry.isExistsInDatabase() || !Hibernate.isInitialized(entity) || isProxy(entity);
        return isKnown
                ? idOf(entity)
                : mapped(entity).model().mapping().identity().idOf(entity);
    }

    /** The id of an entity that has a row, null of another one. */
    @Nullable
    Object idInRow(Object entity) {
        return isUnwritten(entity) ? null : idOf(entity);
    }

    Object idOf(Object entity) {
        EntityEntry entry = entry(entity);
        if (entry != null) return entry.getId();
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(entity);
        return proxy == null
                ? mapped(entity).persister().getIdentifier(entity, session)
                : proxy.getInternalIdentifier();
    }

    /** Sets the attribute of an entity that is in memory. */
    void set(Object entity, Relation relation, @Nullable Object value) {
        mapped(entity).setValue(entity, relation, value);
    }

    /** The row has the value by another statement: Hibernate must not find a difference and send one of its own. */
    void settle(Object entity, Relation relation, @Nullable Object value) {
        EntityEntry entry = entry(entity);
        @Nullable Object @Nullable [] loaded = entry == null ? null : entry.getLoadedState();
        if (loaded == null) return;
        MappedEntity mapped = mapped(entity);
        if (mapped.value(entity, relation) != value) mapped.setValue(entity, relation, value);
        mapped.setValueIn(loaded, relation, value);
        mapped.lazy().written(entity, mapped.position(relation));
    }

    /** Whether the entity is one of the contract. */
    boolean isGoverned(Object entity) {
        EntityEntry entry = entry(entity);
        return entry != null && mapped(entry) != null;
    }

    /** Sets the attribute of a managed entity to what its row says. */
    void setAsRead(Object entity, Relation relation, @Nullable Object value) {
        MappedEntity mapped = mapped(entity);
        mapped.persister().setValue(entity, mapped.position(relation), value);
        EntityEntry entry = entry(entity);
        @Nullable Object @Nullable [] loaded = entry == null ? null : entry.getLoadedState();
        if (loaded != null) mapped.setValueIn(loaded, relation, value);
    }

    /** A managed entity is detached; of one whose id tells nothing this is remembered (rule PER-4). */
    void detached(Object entity) {
        if (isUndecided(entity)) detached.add(entity);
    }

    /** Whether neither id nor version tell if the object has a row. */
    boolean isUndecided(Object entity) {
        return mapped(entity).persister().isTransient(entity, session) == null;
    }

    void clear() {
        detached.clear();
        cursor = null;
    }

    private Object managedTwin(Object entity) {
        EntityPersister persister = mapped(entity).persister();
        Object id = persister.getIdentifier(entity, session);
        Object twin = id == null ? null : context().getEntity(session.generateEntityKey(id, persister));
        return twin == null ? entity : twin;
    }

    private EntityKey key(LazyInitializer proxy) {
        EntityPersister persister =
                session.getFactory().getMappingMetamodel().getEntityDescriptor(proxy.getEntityName());
        return session.generateEntityKey(proxy.getInternalIdentifier(), persister);
    }

    private static @Nullable String entityName(Object entity) {
        LazyInitializer proxy = HibernateProxy.extractLazyInitializer(entity);
        return proxy == null ? null : proxy.getEntityName();
    }
}
