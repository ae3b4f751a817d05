package io.github.cascadecontract.conformance.kit.jdbc;

import io.github.cascadecontract.contract.EntityModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which object stands for which row in one unit of work. */
final class Identities {
    private final Map<RowKey, Entry> rows = new LinkedHashMap<>();
    private final Map<Object, Entry> managed = new IdentityHashMap<>();
    private final List<Entry> pending = new ArrayList<>();
    private final Set<Object> released = Collections.newSetFromMap(new IdentityHashMap<>());

    private record RowKey(EntityModel model, Object id) {}

    /** What stands for a row, null if nothing does. */
    Entry find(EntityModel model, Object id) {
        return rows.get(new RowKey(model, id));
    }

    /** What is known of a managed entity, null of any other. */
    Entry managed(Object entity) {
        return managed.get(entity);
    }

    boolean wasManaged(Object entity) {
        return released.contains(entity) || LazyTypes.entryOf(entity) != null;
    }

    List<Entry> withRows() {
        return rows.values().stream()
                .filter(entry -> entry.is(Entry.Phase.LOADED))
                .toList();
    }

    List<Entry> pending() {
        return pending;
    }

    Entry pending(Predicate<Entry> condition) {
        return pending.stream().filter(condition).findFirst().orElse(null);
    }

    void addPending(Entry entry) {
        managed.put(entry.entity, entry);
        pending.add(entry);
        released.remove(entry.entity);
    }

    void addRow(Entry entry) {
        pending.remove(entry);
        managed.put(entry.entity, entry);
        rows.put(new RowKey(entry.model, entry.id()), entry);
    }

    /** A pending entity is as if it had never been persisted. */
    void discard(Object entity) {
        pending.remove(managed.remove(entity));
    }

    void release(Object entity) {
        Entry gone = managed.remove(entity);
        if (gone != null) {
            pending.remove(gone);
            rows.remove(new RowKey(gone.model, gone.id()), gone);
            released.add(entity);
        }
    }

    void releaseAll() {
        List.copyOf(managed.values()).forEach(entry -> release(entry.entity));
    }
}
