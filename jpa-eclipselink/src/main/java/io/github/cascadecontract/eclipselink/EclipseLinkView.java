package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** What the engine may ask of an EclipseLink unit of work: working copies are compared with their backups. */
final class EclipseLinkView implements PersistenceView {
    private final Governance governance;
    private final Internals internals;
    private final Arrivals arrivals;
    private final Set<Object> suspects = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable Object lastEntity;
    private @Nullable Object lastBackup;

    EclipseLinkView(Governance governance, Internals internals, Arrivals arrivals) {
        this.governance = governance;
        this.internals = internals;
        this.arrivals = arrivals;
    }

    @Override
    public Object resolve(Object entity) {
        if (internals.isRegistered(entity) || arrivals.isUnregistered(entity)) return entity;
        Object twin = internals.twin(entity);
        return twin == null ? entity : twin;
    }

    @Override
    public Presence presenceOf(Object entity) {
        if (arrivals.isUnregistered(entity)) return arrivals.hadRow(entity) ? Presence.DETACHED : Presence.NEW;
        if (arrivals.isPending(entity)) return Presence.PENDING;
        if (internals.isRegistered(entity)) return Presence.MANAGED;
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

    private boolean differs(Object entity, ForeignReferenceMapping mapping) {
        Object now = internals.attribute(mapping, entity);
        if (!internals.isLoaded(mapping, now)) return false;
        Object backup = lastBackup;
        if (backup == null) return false;
        Object before = internals.attribute(mapping, backup);
        if (now == before) return false;
        if (!internals.isLoaded(mapping, before)) return true;
        return !Members.same(members(entity, mapping), members(backup, mapping));
    }

    @Override
    public boolean isLoaded(Object entity, Relation relation) {
        ForeignReferenceMapping mapping = governance.mapping(relation);
        return internals.isLoaded(mapping, internals.attribute(mapping, entity));
    }

    @Override
    public Collection<? extends @Nullable Object> members(Object entity, Relation relation) {
        ForeignReferenceMapping mapping = governance.mapping(relation);
        return isLoaded(entity, relation) ? members(entity, mapping) : List.of();
    }

    @Override
    public Collection<? extends @Nullable Object> load(Object entity, Relation relation) {
        ForeignReferenceMapping mapping = governance.mapping(relation);
        boolean here = isLoaded(entity, relation) || internals.isRegistered(entity);
        return here ? members(entity, mapping) : Members.of(internals.select(mapping, entity));
    }

    @Override
    public Collection<?> before(Object entity, Relation relation) {
        ForeignReferenceMapping mapping = governance.mapping(relation);
        Object backup = isLoaded(entity, relation) ? internals.backup(entity) : null;
        return backup == null ? List.of() : members(backup, mapping);
    }

    @Override
    public @Nullable Object initialize(Object reference) {
        return reference;
    }

    private Collection<? extends @Nullable Object> members(Object entity, ForeignReferenceMapping mapping) {
        return Members.of(internals.value(mapping, entity));
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
