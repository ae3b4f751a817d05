package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.Relation;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lazy references refer to, told from the key in the row of their entity, without a SELECT. A row that is not in memory
 * is stood for by an object that has nothing but its id; no such object ever gets into an entity.
 */
final class UnreadReferences {
    private final Governance governance;
    private final Internals internals;
    private final Map<RowKey, Object> standIns = new HashMap<>();
    private final Map<Object, RowKey> rows = new IdentityHashMap<>();

    UnreadReferences(Governance governance, Internals internals) {
        this.governance = governance;
        this.internals = internals;
    }

    /** The managed entity that an unread reference refers to, or what stands for it, or nothing. */
    List<Object> members(Object entity, Relation relation) {
        Object key = internals.relations().keyOfUnread(governance.mapping(relation), entity);
        if (key == null) return List.of();
        RowKey row = new RowKey(relation.target().type(), key);
        Object managed = internals.managed(row.type(), key);
        return List.of(managed == null ? standIns.computeIfAbsent(row, this::standIn) : managed);
    }

    private Object standIn(RowKey row) {
        Object standIn = internals.partial().hollow(row.type(), row.key());
        rows.put(standIn, row);
        return standIn;
    }

    boolean isStandIn(Object entity) {
        return rows.containsKey(entity);
    }

    /** The entity that something stands for; reads it if necessary, null if its row is gone. */
    @Nullable
    Object read(Object standIn) {
        RowKey row = rows.get(standIn);
        return row == null ? standIn : internals.findByKey(row.type(), row.key());
    }

    /** The entity that something stands for, if it is in memory by now. */
    Object resolve(Object standIn) {
        RowKey row = rows.get(standIn);
        Object managed = row == null ? null : internals.managed(row.type(), row.key());
        return managed == null ? standIn : managed;
    }

    void clear() {
        standIns.clear();
        rows.clear();
    }

    private record RowKey(Class<?> type, Object key) {}
}
