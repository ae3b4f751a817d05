package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.mapping.BasicMapping;
import io.github.cascadecontract.mapping.EntityMapping;
import io.github.cascadecontract.mybatis.ManagedEntity.Phase;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers the engine from the persistence context. */
final class ContextView implements PersistenceView {
    private final PersistenceContext context;
    private final EntityTables tables;
    private final KeyRows keyRows;
    private @Nullable Object lastEntity;
    private @Nullable ManagedEntity last;

    ContextView(PersistenceContext context, EntityTables tables, KeyRows keyRows) {
        this.context = context;
        this.tables = tables;
        this.keyRows = keyRows;
    }

    @Override
    public Object resolve(Object entity) {
        if (context.identities().managed(entity) != null || presenceOf(entity) == Presence.NEW) return entity;
        EntityTable table = context.tableOf(entity);
        Object id = table.id().read(entity);
        ManagedEntity managed = id == null ? null : context.identities().find(table, id);
        return managed == null ? entity : managed.entity();
    }

    @Override
    public Presence presenceOf(Object entity) {
        ManagedEntity managed = context.identities().managed(entity);
        if (managed != null) return managed.is(Phase.PENDING) ? Presence.PENDING : Presence.MANAGED;
        return hadRow(entity) ? Presence.DETACHED : Presence.NEW;
    }

    @Override
    public Iterable<?> managed() {
        lastEntity = null;
        return entities(context.identities().withRows());
    }

    @Override
    public Collection<?> managed(EntityModel type) {
        return entities(context.identities().withRows(tables.of(type)));
    }

    @Override
    public Collection<?> pending() {
        return entities(context.identities().pending());
    }

    @Override
    public boolean mayHaveChanged(Object entity, Relation relation) {
        // Asked for all relations of one entity after the other.
        if (entity != lastEntity) {
            lastEntity = entity;
            last = context.identities().managed(entity);
        }
        RelationState state = last == null ? null : last.relation(relation);
        return state == null || state.mayHaveChanged();
    }

    @Override
    public boolean isLoaded(Object entity, Relation relation) {
        if (context.isHollow(entity)) return false;
        RelationState state = state(entity, relation);
        return state == null ? UnmanagedRelation.isLoaded(entity, relation, context) : state.isLoaded();
    }

    @Override
    public Collection<? extends @Nullable Object> members(Object entity, Relation relation) {
        if (context.isHollow(entity)) return List.of();
        RelationState state = state(entity, relation);
        return state == null ? UnmanagedRelation.members(entity, relation) : state.members();
    }

    @Override
    public Collection<? extends @Nullable Object> load(Object entity, Relation relation) {
        context.initialize(entity);
        RelationState state = state(entity, relation);
        ManagedEntity managed = context.identities().managed(entity);
        if (managed != null && state instanceof SelectedState selected && !state.isLoaded())
            context.siblingLoads().load(managed, relation, selected);
        return state == null ? UnmanagedRelation.members(entity, relation) : state.load();
    }

    @Override
    public Collection<?> before(Object entity, Relation relation) {
        RelationState state = state(entity, relation);
        return state == null ? List.of() : state.before();
    }

    @Override
    public @Nullable Object initialize(Object reference) {
        return context.initialize(reference);
    }

    @Override
    public @Nullable Object find(EntityModel entity, Object id) {
        EntityTable table = tables.of(entity);
        return context.load(table, table.id().keyOfId(id));
    }

    @Override
    public @Nullable Object idOf(Object entity) {
        return context.givenIdOf(entity);
    }

    @Override
    public @Nullable Object parentIdInRow(ForeignKey key, Object child) {
        return keyRows.parentId(key, child);
    }

    @Override
    public @Nullable Object childIdInRow(ForeignKey key, Object parent) {
        return keyRows.childId(key, parent);
    }

    @Override
    public CountedRemoval count(RemovalOutline outline) {
        return keyRows.count(tables.contract(), outline);
    }

    private @Nullable RelationState state(Object entity, Relation relation) {
        ManagedEntity known = context.known(entity);
        return known == null ? null : known.relation(relation);
    }

    /** Known by having been managed, by a generated id, or by a version. */
    private boolean hadRow(Object entity) {
        if (context.identities().wasReleased(entity) || context.known(entity) != null) return true;
        EntityMapping mapping = context.tableOf(entity).model().mapping();
        BasicMapping version = mapping.version();
        return mapping.identity().isGenerated() && mapping.identity().idOf(entity) != null
                || version != null && isGiven(version.attribute(), entity);
    }

    private static boolean isGiven(Attribute attribute, Object entity) {
        Object value = attribute.get(entity);
        boolean unset = attribute.type().isPrimitive() && value instanceof Number number && number.longValue() == 0;
        return value != null && !unset;
    }

    private static Collection<Object> entities(Collection<ManagedEntity> managed) {
        List<Object> entities = new ArrayList<>(managed.size());
        for (ManagedEntity each : managed) entities.add(each.entity());
        return entities;
    }
}
