package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows with their keys, and who refers to whom. */
final class Rows {
    private final Map<RowKey, Map<ForeignKey, Object>> rows = new LinkedHashMap<>();
    private final Map<RowKey, RowKey> stored = new HashMap<>();
    private final Map<ForeignKey, Map<Object, Set<Object>>> referring = new HashMap<>();

    boolean exists(EntityModel model, Object id) {
        return rows.containsKey(new RowKey(model, id));
    }

    /** The row with the type that it was inserted with. */
    RowKey stored(RowKey row) {
        return stored.getOrDefault(row, row);
    }

    Object key(RowKey row, ForeignKey key) {
        Map<ForeignKey, Object> keys = rows.get(row);
        return keys == null ? null : keys.get(key);
    }

    void add(RowKey row) {
        rows.put(row, new HashMap<>());
        stored.put(row, row);
    }

    void remove(RowKey row) {
        Map<ForeignKey, Object> keys = rows.remove(row);
        stored.remove(row);
        if (keys != null) keys.forEach((key, parent) -> unrefer(key, parent, row.id()));
    }

    void setKey(RowKey row, ForeignKey key, Object parentId) {
        Object old = rows.get(row).put(key, parentId);
        unrefer(key, old, row.id());
        if (parentId != null)
            referring
                    .computeIfAbsent(key, absent -> new HashMap<>())
                    .computeIfAbsent(parentId, absent -> new LinkedHashSet<>())
                    .add(row.id());
    }

    List<Object> children(ForeignKey key, Object parentId) {
        if (parentId == null) return List.of();
        return List.copyOf(referring.getOrDefault(key, Map.of()).getOrDefault(parentId, Set.of()));
    }

    Rows copy() {
        Rows copy = new Rows();
        rows.keySet().forEach(copy::add);
        rows.forEach((row, keys) -> keys.forEach((key, parent) -> copy.setKey(row, key, parent)));
        return copy;
    }

    void restore(Rows saved) {
        rows.clear();
        stored.clear();
        referring.clear();
        saved.rows.keySet().forEach(this::add);
        saved.rows.forEach((row, keys) -> keys.forEach((key, parent) -> setKey(row, key, parent)));
    }

    Map<RowKey, Map<ForeignKey, Object>> all() {
        return rows;
    }

    private void unrefer(ForeignKey key, Object parentId, Object childId) {
        if (parentId == null) return;
        Set<Object> children = referring.getOrDefault(key, Map.of()).get(parentId);
        if (children != null) children.remove(childId);
    }
}
