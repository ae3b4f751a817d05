package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mybatis.ManagedEntity.Phase;
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
        eager.load();
    }

    /** The same without what the rows need at once. */
    void attachByIds(EntityTable table, Collection<?> ids) {
        List<ManagedEntity> siblings = new ArrayList<>();
        for (LoadedRow row : gateway.rowsByIds(table, ids)) attach(table, row, siblings);
    }

    /** Selects the members of a relation of one or more entities. */
    Map<ManagedEntity, Collection<?>> membersOf(Relation relation, List<ManagedEntity> owners) {
        Map<ManagedEntity, Collection<?>> members = attachMembersOf(relation, owners);
        eager.load();
        return members;
    }

    /** The same without what the rows need at once. */
    Map<ManagedEntity, Collection<?>> attachMembersOf(Relation relation, List<ManagedEntity> owners) {
        Map<Object, List<Object>> byOwner = new LinkedHashMap<>();
        for (ManagedEntity owner : owners) byOwner.put(idOf(owner), new ArrayList<>());
        EntityTable target = tables.of(relation.target());
        List<ManagedEntity> siblings = new ArrayList<>();
        for (LoadedRow row : gateway.members(relation, tables.of(relation.entity()), target, byOwner.keySet()))
            Objects.requireNonNull(byOwner.get(row.owner())).add(attach(target, row, siblings));
        Map<ManagedEntity, Collection<?>> members = new IdentityHashMap<>();
        for (ManagedEntity owner : owners) members.put(owner, byOwner.get(idOf(owner)));
        return members;
    }

    /** Makes an entity of a row; what it needs at once is noted in {@link EagerReferences}. */
    private Object attach(EntityTable table, LoadedRow row, List<ManagedEntity> siblings) {
        ManagedEntity known = context.identities().find(table, row.id());
        if (known != null && !known.is(Phase.HOLLOW)) return known.entity();
        ManagedEntity entity = known == null ? newEntity(table, row.id(), lazyTypeFor(table)) : known;
        entity.become(Phase.MANAGED);
        entity.join(siblings);
        write(entity, row);
        return entity.entity();
    }

    private static Object idOf(ManagedEntity owner) {
        return Objects.requireNonNull(owner.id(), "an entity that has a row has an id");
    }

    EntityTable tableOf(Relation relation) {
        return tables.of(relation.target());
    }

    private void write(ManagedEntity entity, LoadedRow row) {
        List<Column> columns = entity.table().columns();
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            values[i] = column.sql().type().copy(row.values()[i]);
            if (column.reference() == null) column.write(entity.entity(), row.values()[i]);
            else column.write(entity.entity(), reference(entity, column.reference(), row.values()[i]));
        }
        entity.inStep(values, RelationStates.unloaded(entity, context));
        addEagerOnes(entity);
    }

    /** The instance for an id: what is managed, or a hollow one; null if the row must be loaded at once. */
    private @Nullable Object reference(ManagedEntity holder, Relation relation, @Nullable Object id) {
        if (id == null) return null;
        EntityTable target = tables.of(relation.target());
        ManagedEntity known = context.identities().find(target, id);
        if (known != null) return known.entity();
        LazyType lazy = lazyTypes.of(target);
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
