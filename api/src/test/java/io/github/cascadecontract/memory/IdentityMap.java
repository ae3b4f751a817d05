package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which object stands for which row: managed entities, pending ones, proxies. */
final class IdentityMap {
    private final CascadeContract contract;
    private final MemoryDatabase database;
    private final Map<RowKey, Object> managed = new LinkedHashMap<>();
    private final Map<Object, RowKey> keys = new IdentityHashMap<>();
    private final Map<Object, RowKey> proxies = new IdentityHashMap<>();
    private final Map<RowKey, Object> proxyOf = new HashMap<>();
    private final List<Object> pending = new ArrayList<>();
    private final Map<Object, Boolean> isPending = new IdentityHashMap<>();

    IdentityMap(CascadeContract contract, MemoryDatabase database) {
        this.contract = contract;
        this.database = database;
    }

    RowKey rowOf(Object entity) {
        var model = contract.entity(entity.getClass());
        return new RowKey(model, model.mapping().id().attribute().get(entity));
    }

    Object managed(RowKey row) {
        return managed.get(row);
    }

    List<Object> managed() {
        return List.copyOf(managed.values());
    }

    List<Object> pending() {
        return pending;
    }

    boolean isManaged(Object entity) {
        return keys.containsKey(entity);
    }

    /** An uninitialised proxy of the row, null if the entity class has no proxy class. */
    Object proxy(RowKey row) {
        return proxyOf.computeIfAbsent(row, absent -> {
            Object proxy = Proxies.make(row);
            if (proxy != null) proxies.put(proxy, row);
            return proxy;
        });
    }

    RowKey proxied(Object entity) {
        return proxies.get(entity);
    }

    Object resolve(Object entity) {
        RowKey row = proxies.get(entity);
        if (row == null && presence(entity) == Presence.DETACHED) row = rowOf(entity);
        Object found = row == null ? null : managed.get(row);
        return found == null ? entity : found;
    }

    Presence presence(Object entity) {
        if (isPending.containsKey(entity)) return Presence.PENDING;
        if (isManaged(entity) || proxies.containsKey(entity)) return Presence.MANAGED;
        boolean generated = rowOf(entity).model().mapping().id().generation().isGenerated();
        boolean known = database.onceManaged.contains(entity)
                || generated && rowOf(entity).id() != null;
        return known ? Presence.DETACHED : Presence.NEW;
    }

    void addPending(Object entity) {
        if (isPending.put(entity, true) == null) pending.add(entity);
    }

    void addManaged(Object entity) {
        RowKey row = rowOf(entity);
        managed.put(row, entity);
        keys.put(entity, row);
        database.onceManaged.add(entity);
    }

    void removePending(Object entity) {
        if (isPending.remove(entity) != null) pending.removeIf(other -> other == entity);
    }

    /** All that was pending has a row now. */
    void settlePending() {
        pending.forEach(this::addManaged);
        pending.clear();
        isPending.clear();
    }

    void removeManaged(Object entity) {
        RowKey row = keys.remove(entity);
        if (row != null && managed.get(row) == entity) managed.remove(row);
    }
}
