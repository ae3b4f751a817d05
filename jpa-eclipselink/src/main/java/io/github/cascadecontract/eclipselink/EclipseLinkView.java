package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the engine may ask of an EclipseLink unit of work: working copies are compared with their backups. */
final class EclipseLinkView implements PersistenceView {
    private final Governance governance;
    private final Internals internals;
    private final Arrivals arrivals;
    private final RowChanges rows;
    private final UnreadReferences unread;
    private final Set<Object> suspects = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable Object lastEntity;
    private @Nullable Object lastBackup;

    EclipseLinkView(Governance governance, Internals internals, Arrivals arrivals) {
        this.rows = new RowChanges(governance, internals);
        this.unread = new UnreadReferences(governance, internals);
        this.governance = governance;
        this.internals = internals;
        this.arrivals = arrivals;
    }

    @Override
    public Object resolve(Object entity) {
        if (internals.isRegistered(entity) || arrivals.isUnregistered(entity)) return entity;
        if (unread.isStandIn(entity)) return unread.resolve(entity);
        Object twin = internals.twin(entity);
        return twin == null ? entity : twin;
    }

    @Override
    public Presence presenceOf(Object entity) {
        if (arrivals.isUnregistered(entity)) return arrivals.hadRow(entity) ? Presence.DETACHED : Presence.NEW;
        if (arrivals.isPending(entity)) return Presence.PENDING;
        if (internals.isRegistered(entity) || unread.isStandIn(entity)) return Presence.MANAGED;
        return arrivals.hadRow(entity) ? Presence.DETACHED : Presence.NEW;
    }

    @Override
    public Iterable<?> managed() {
        Collection<?> registered = internals.registered().keySet();
        if (!internals.hasPending() && governance.governsAll()) return registered;
        List<Object> managed = new ArrayList<>(registered.size());
        for (Object entity : registered)
            if (!internals.isPending(entity) && governance.governs(entity)) managed.add(entity);
        return managed;
    }

    @Override
    public Collection<?> pending() {
        return arrivals.pending();
    }

    /** Everything was detached. */
    void clear() {
        unread.clear();
        suspects.clear();
        lastEntity = null;
        lastBackup = null;
    }

    /** A flush begins to look for changes. */
    void startScan() {
        suspects.clear();
        lastEntity = null;
    }

    /** Whether the flush found that the entity may have changed. */
    boolean isSuspect(Object entity) {
        return suspects.contains(entity);
    }

    @Override
    public boolean mayHaveChanged(Object entity, Relation relation) {
        enter(entity);
        boolean changed = differs(entity, governance.mapping(relation));
        if (changed) suspects.add(entity);
        return changed;
    }

    private boolean differs(Object entity, MappedRelation mapping) {
        Object now = internals.relations().attribute(mapping, entity);
        if (!internals.relations().isInstantiated(mapping, now)) return false;
        Object backup = lastBackup;
        if (backup == null) return false;
        Object before = internals.relations().attribute(mapping, backup);
        if (now == before) return false;
        if (!internals.relations().isInstantiated(mapping, before)) return true;
        return !Members.same(members(entity, mapping), members(backup, mapping));
    }

    @Override
    public boolean isLoaded(Object entity, Relation relation) {
        return !unread.isStandIn(entity) && internals.relations().isLoaded(governance.mapping(relation), entity);
    }

    @Override
    public Collection<? extends @Nullable Object> members(Object entity, Relation relation) {
        if (isLoaded(entity, relation)) return members(entity, governance.mapping(relation));
        boolean refers = relation.keySide() == KeySide.SOURCE && !unread.isStandIn(entity);
        return refers ? unread.members(entity, relation) : List.of();
    }

    @Override
    public Collection<? extends @Nullable Object> load(Object entity, Relation relation) {
        MappedRelation mapping = governance.mapping(relation);
        boolean here = isLoaded(entity, relation) || internals.isRegistered(entity);
        return here
                ? members(entity, mapping)
                : Members.of(internals.relations().select(mapping, entity));
    }

    @Override
    public Collection<?> before(Object entity, Relation relation) {
        MappedRelation mapping = governance.mapping(relation);
        Object backup = isLoaded(entity, relation) ? internals.backup(entity) : null;
        return backup == null ? List.of() : members(backup, mapping);
    }

    @Override
    public @Nullable Object initialize(Object reference) {
        if (unread.isStandIn(reference)) return unread.read(reference);
        if (!internals.isRegistered(reference)) internals.partial().complete(reference);
        return reference;
    }

    @Override
    public @Nullable Object find(EntityModel entity, Object id) {
        return internals.find(entity.type(), id);
    }

    @Override
    public @Nullable Object idOf(Object entity) {
        return governance.idOf(entity);
    }

    @Override
    public @Nullable Object parentIdInRow(ForeignKey key, Object child) {
        return rows.parentId(key, child);
    }

    @Override
    public @Nullable Object childIdInRow(ForeignKey key, Object parent) {
        return rows.childId(key, parent);
    }

    @Override
    public CountedRemoval count(RemovalOutline outline) {
        return rows.count(outline);
    }

    private Collection<? extends @Nullable Object> members(Object entity, MappedRelation mapping) {
        return Members.of(internals.relations().value(mapping, entity));
    }

    /** The engine asks for all relations of one entity in a row; what else has changed is cheapest to see here. */
    private void enter(Object entity) {
        if (entity == lastEntity) return;
        Object backup = internals.backup(entity);
        if (backup != null && governance.differs(entity, backup)) suspects.add(entity);
        lastEntity = entity;
        lastBackup = backup;
    }
}
