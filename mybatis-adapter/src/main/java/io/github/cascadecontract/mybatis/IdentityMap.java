package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mybatis.ManagedEntity.Phase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which instance stands for which row in one unit of work. */
final class IdentityMap {
    private final Map<Object, ManagedEntity> byEntity = new IdentityHashMap<>();
    private final Map<EntityModel, Map<Object, ManagedEntity>> byId = new LinkedHashMap<>();
    private final Set<ManagedEntity> pending = new LinkedHashSet<>();
    private final Set<Object> released = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What stands for a row, null if nothing does. */
    @Nullable
    ManagedEntity find(EntityTable table, Object id) {
        Map<Object, ManagedEntity> rows = byId.get(rootOf(table));
        return rows == null ? null : rows.get(id);
    }

    /** What is known about an entity that is managed, null if it is not. */
    @Nullable
    ManagedEntity managed(Object entity) {
        return byEntity.get(entity);
    }

    /** Whether the entity was managed before. */
    boolean wasReleased(Object entity) {
        return released.contains(entity);
    }

    /** All entities whose rows are known, by type in the order in which they became managed. */
    List<ManagedEntity> withRows() {
        List<ManagedEntity> found = new ArrayList<>(byEntity.size());
        for (EntityModel root : byId.keySet()) addRows(root, found);
        return found;
    }

    /** The entities of one type whose rows are known. */
    List<ManagedEntity> withRows(EntityTable table) {
        List<ManagedEntity> found = new ArrayList<>();
        addRows(rootOf(table), found);
        if (!rootOf(table).subtypes().isEmpty()) found.removeIf(entity -> !table.covers(entity.table()));
        return found;
    }

    /** The entities without a row, in the order in which they became managed. */
    Set<ManagedEntity> pending() {
        return pending;
    }

    void addPending(ManagedEntity entity) {
        byEntity.put(entity.entity(), entity);
        pending.add(entity);
        released.remove(entity.entity());
    }

    void addRow(ManagedEntity entity) {
        pending.remove(entity);
        byEntity.put(entity.entity(), entity);
        byId.computeIfAbsent(rootOf(entity.table()), absent -> new LinkedHashMap<>())
                .put(Objects.requireNonNull(entity.id(), "a row has an id"), entity);
    }

    /** A pending entity is forgotten as if it had never been persisted. */
    void discard(Object entity) {
        ManagedEntity discarded = byEntity.remove(entity);
        if (discarded != null) pending.remove(discarded);
    }

    /** An entity is managed no longer: detached, removed, or its row is gone. */
    void release(Object entity) {
        ManagedEntity gone = byEntity.remove(entity);
        if (gone == null) return;
        pending.remove(gone);
        Map<Object, ManagedEntity> rows = byId.get(rootOf(gone.table()));
        if (rows != null) rows.remove(gone.id(), gone);
        if (!gone.is(Phase.HOLLOW)) gone.become(Phase.RELEASED);
        released.add(entity);
    }

    /** Nothing is managed any longer. */
    void releaseAll() {
        for (Object entity : new ArrayList<>(byEntity.keySet())) release(entity);
    }

    void clear() {
        byEntity.clear();
        byId.clear();
        pending.clear();
        released.clear();
    }

    /** Entities that extend each other share their ids. */
    private static EntityModel rootOf(EntityTable table) {
        return table.model().root();
    }

    private void addRows(EntityModel root, List<ManagedEntity> found) {
        for (ManagedEntity entity : byId.getOrDefault(root, Map.of()).values())
            if (entity.is(Phase.MANAGED)) found.add(entity);
    }
}
