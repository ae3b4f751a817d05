package io.github.cascadecontract.conformance.kit.jdbc;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.Presence;
import java.util.Collection;
import java.util.List;

/** Answers the engine. */
final class JdbcView implements PersistenceView {
    private final CascadeContract contract;
    private final Identities identities;
    private final Reader reader;
    private final KeyRows keyRows;

    JdbcView(CascadeContract contract, Identities identities, Reader reader, KeyRows keyRows) {
        this.contract = contract;
        this.identities = identities;
        this.reader = reader;
        this.keyRows = keyRows;
    }

    @Override
    public Object resolve(Object entity) {
        if (presenceOf(entity) != Presence.DETACHED) {
            return entity;
        }
        Entry managed = identities.find(model(entity), idOf(entity));
        return managed == null ? entity : managed.entity;
    }

    @Override
    public Presence presenceOf(Object entity) {
        Entry managed = identities.managed(entity);
        if (managed != null) {
            return managed.is(Entry.Phase.PENDING) ? Presence.PENDING : Presence.MANAGED;
        }
        boolean hasGeneratedId = model(entity).mapping().id().generation().isGenerated() && idOf(entity) != null;
        return hasGeneratedId || identities.wasManaged(entity) ? Presence.DETACHED : Presence.NEW;
    }

    @Override
    public Iterable<?> managed() {
        return entities(identities.withRows());
    }

    @Override
    public Collection<?> pending() {
        return entities(identities.pending());
    }

    @Override
    public boolean mayHaveChanged(Object entity, Relation relation) {
        return identities.managed(entity).mayHaveChanged(relation);
    }

    @Override
    public boolean isLoaded(Object entity, Relation relation) {
        Entry entry = entry(entity);
        return entry == null ? Entry.isLoadedValue(relation.attribute().get(entity)) : entry.isLoaded(relation);
    }

    @Override
    public Collection<?> members(Object entity, Relation relation) {
        Entry entry = entry(entity);
        return entry == null ? Entry.membersOf(relation.attribute().get(entity)) : entry.members(relation);
    }

    @Override
    public Collection<?> load(Object entity, Relation relation) {
        Entry entry = identities.managed(entity);
        return entry == null ? members(entity, relation) : entry.load(relation);
    }

    @Override
    public Collection<?> before(Object entity, Relation relation) {
        return identities.managed(entity).before(relation);
    }

    @Override
    public Object initialize(Object reference) {
        return reader.initialize(reference);
    }

    @Override
    public Object find(EntityModel entity, Object id) {
        return reader.find(entity, id);
    }

    @Override
    public Object idOf(Object entity) {
        return Entry.idOf(entity, model(entity));
    }

    @Override
    public Object parentIdInRow(ForeignKey key, Object child) {
        return keyRows.parentId(key, idOf(child));
    }

    @Override
    public Object childIdInRow(ForeignKey key, Object parent) {
        return keyRows.childId(key, idOf(parent));
    }

    @Override
    public CountedRemoval count(RemovalOutline outline) {
        return keyRows.count(contract, outline);
    }

    private Entry entry(Object entity) {
        Entry managed = identities.managed(entity);
        return managed == null ? LazyTypes.entryOf(entity) : managed;
    }

    private EntityModel model(Object entity) {
        return contract.entity(entity.getClass());
    }

    private static List<?> entities(List<Entry> entries) {
        return entries.stream().map(entry -> entry.entity).toList();
    }
}
