package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mybatis.ManagedEntity.Phase;
import jakarta.persistence.PostLoad;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ibatis.reflection.factory.ObjectFactory;
import org.jspecify.annotations.Nullable;

/** Makes entities of selected rows: the one that stands for the row already, or a new one. Never flushes. */
final class RowLoader {
    private final PersistenceContext context;
    private final EntityTables tables;
    private final LazyTypes lazyTypes;
    private final ObjectFactory objects;
    private final SqlGateway gateway;
    private final EagerReferences eager;
    private List<Object> loaded = new ArrayList<>();

    RowLoader(PersistenceContext context, AdapterModel model, SqlGateway gateway) {
        this.context = context;
        this.tables = model.tables();
        this.lazyTypes = model.lazyTypes();
        this.objects = model.configuration().getObjectFactory();
        this.gateway = gateway;
        this.eager = new EagerReferences(context, this);
    }

    /** Selects rows by id. */
    void byIds(EntityTable table, Collection<?> ids) {
        attachByIds(table, ids);
        finish();
    }

    /** Reads the row of an entity again, and the members of its relations that are loaded; false if the row is gone. */
    boolean again(ManagedEntity entity) {
        List<LoadedRow> rows = gateway.rowsByIdsNow(entity.table(), List.of(idOf(entity)));
        if (rows.isEmpty()) return false;
        List<Relation> relations = entity.loadedRelations();
        @Nullable Object[] values = write(entity, rows.get(0));
        entity.inStep(values, RelationStates.again(entity, context));
        addEagerOnes(entity);
        for (Relation relation : relations)
            Objects.requireNonNull(entity.relation(relation)).load();
        loaded.add(entity.entity());
        finish();
        return true;
    }

    /** Loads what the rows need at once, and tells all new entities that they are loaded. */
    private void finish() {
        eager.load();
        List<Object> now = loaded;
        loaded = new ArrayList<>();
        for (Object entity : now) context.call(PostLoad.class, entity);
    }

    /** Forgets what a failed load still wanted. */
    void reset() {
        loaded = new ArrayList<>();
        eager.reset();
    }

    /** The same without what the rows need at once. */
    void attachByIds(EntityTable table, Collection<?> ids) {
        List<ManagedEntity> siblings = new ArrayList<>();
        for (LoadedRow row : gateway.rowsByIds(table, ids)) attach(row, siblings);
    }

    /** Selects the members of a relation of one or more entities. */
    Map<ManagedEntity, Collection<?>> membersOf(Relation relation, List<ManagedEntity> owners) {
        Map<ManagedEntity, Collection<?>> members = attachMembersOf(relation, owners);
        finish();
        return members;
    }

    /** The same without what the rows need at once. */
    Map<ManagedEntity, Collection<?>> attachMembersOf(Relation relation, List<ManagedEntity> owners) {
        Map<Object, List<Object>> byOwner = new LinkedHashMap<>();
        for (ManagedEntity owner : owners) byOwner.put(idOf(owner), new ArrayList<>());
        EntityTable target = tables.of(relation.target());
        List<ManagedEntity> siblings = new ArrayList<>();
        for (LoadedRow row : gateway.members(relation, tables.of(relation.entity()), target, byOwner.keySet()))
            Objects.requireNonNull(byOwner.get(row.owner())).add(attach(row, siblings));
        Map<ManagedEntity, Collection<?>> members = new IdentityHashMap<>();
        for (ManagedEntity owner : owners) members.put(owner, byOwner.get(idOf(owner)));
        return members;
    }

    /** Makes an entity of a row; what it needs at once is noted in {@link EagerReferences}. */
    private Object attach(LoadedRow row, List<ManagedEntity> siblings) {
        EntityTable table = row.table();
        ManagedEntity known = context.identities().find(table, row.key());
        if (known != null && !known.is(Phase.HOLLOW)) return known.entity();
        ManagedEntity entity = known == null ? newEntity(table, row.key(), lazyTypeFor(table)) : known;
        entity.become(Phase.MANAGED);
        entity.join(siblings);
        @Nullable Object[] values = write(entity, row);
        entity.inStep(values, RelationStates.unloaded(entity, context));
        addEagerOnes(entity);
        loaded.add(entity.entity());
        return entity.entity();
    }

    private static Object idOf(ManagedEntity owner) {
        return Objects.requireNonNull(owner.id(), "an entity that has a row has an id");
    }

    EntityTable tableOf(Relation relation) {
        return tables.of(relation.target());
    }

    /** Writes the values of a row into its entity; returns what is remembered of them. */
    private @Nullable Object[] write(ManagedEntity entity, LoadedRow row) {
        List<Column> columns = entity.table().columns();
        @Nullable Object[] remembered = entity.table().remember(row.values());
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.reference() == null) column.write(entity.entity(), row.values()[i]);
        }
        for (OwnKey key : entity.table().ownKeys())
            key.relation().attribute().set(entity.entity(), reference(entity, key.relation(), key.in(row.values())));
        return remembered;
    }

    /** The instance for an id: what is managed, or a hollow one; null if the row must be loaded at once. */
    private @Nullable Object reference(ManagedEntity holder, Relation relation, @Nullable Object id) {
        if (id == null) return null;
        EntityTable target = tables.of(relation.target());
        ManagedEntity known = context.identities().find(target, id);
        if (known != null) return known.entity();
        LazyType lazy = target.selection().isPolymorphic() ? null : lazyTypes.of(target);
        if (lazy != null) return newEntity(target, id, lazy).entity();
        eager.add(holder, relation, id);
        return null;
    }

    private ManagedEntity newEntity(EntityTable table, Object id, @Nullable LazyType lazy) {
        Object instance = lazy == null ? objects.create(table.model().type()) : lazy.newInstance();
        table.id().write(instance, id);
        ManagedEntity entity = context.addHollow(table, instance);
        if (lazy != null) lazy.bind(instance, entity);
        return entity;
    }

    private @Nullable LazyType lazyTypeFor(EntityTable table) {
        return lazyTypes.hasLazyReference(table) ? lazyTypes.of(table) : null;
    }

    private void addEagerOnes(ManagedEntity entity) {
        for (Relation relation : entity.table().model().relations())
            if (LazyTypes.isInverseOneToOne(relation) && !lazyTypes.isLazyReference(entity.table(), relation))
                eager.add(entity, relation);
    }
}
