package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.spi.Presence;
import org.jspecify.annotations.Nullable;

/** Which children a removed parent still has: those that moved away are not its own (rules REM-5, REM-7). */
final class RemovedChildren {
    private final Graph graph;
    private final Ledger ledger;
    private final Assignments assignments;
    private final Referrers referrers;
    private final Reading reading;
    private final EntityMap<Object> proxies = new EntityMap<>();

    RemovedChildren(Graph graph, Ledger ledger, Assignments assignments, Reading reading) {
        this.graph = graph;
        this.ledger = ledger;
        this.assignments = assignments;
        this.referrers = new Referrers(graph, ledger);
        this.reading = reading;
    }

    /** The children of one relation of a removed parent: its own, and those that this flush gave to another parent. */
    record Found(EntitySet own, EntitySet departed) {}

    /** An entity that was assigned as a proxy has been read. */
    void isRead(Object proxy, Object entity) {
        proxies.putIfAbsent(entity, proxy);
    }

    Found of(Object parent, Relation relation, Handling handling) {
        EntitySet held = switch (handling) {
            case LOADED -> graph.members(parent, relation);
            case SELECTED -> reading.members(parent, relation);
            case SET_BASED, DATABASE -> new EntitySet();
        };
        Found found = new Found(new EntitySet(), new EntitySet());
        for (Object child : held) sort(child, parent, relation.key(), found);
        if (handling == Handling.LOADED || handling == Handling.SET_BASED)
            for (Object child : referrers.of(relation.key(), parent)) sort(child, parent, relation.key(), found);
        assignments.childrenOf(relation.key(), parent).forEach(found.own()::add);
        Object proxy = proxies.get(parent);
        if (proxy != null) assignments.childrenOf(relation.key(), proxy).forEach(found.own()::add);
        return found;
    }

    /** The far entities of a many-to-many, loaded where the entity is still known to the unit of work. */
    EntitySet linked(Object entity, Relation relation) {
        boolean reachable = graph.presence(entity) != Presence.DETACHED;
        return reachable ? reading.members(entity, relation) : graph.members(entity, relation);
    }

    private void sort(Object child, Object parent, ForeignKey key, Found found) {
        if (ledger.isGone(child)) return;
        Assignment assignment = assignments.of(key, child);
        if (assignment == null) {
            if (isUnchangedChild(child, parent, key)) found.own().add(child);
        } else if (isSame(assignment.parent(), parent)) found.own().add(child);
        else found.departed().add(child);
    }

    private boolean isUnchangedChild(Object child, Object parent, ForeignKey key) {
        if (graph.presence(child) == Presence.DETACHED) return true;
        if (key.childSide() == null) return isLastParent(parent, ledger.lastParent(key, child));
        Object named = graph.parentByReference(child, key);
        if (named == null) return graph.isUnwritten(parent) && graph.isUnwritten(child);
        return named == parent || isUnreadCopy(child, key, parent);
    }

    private static boolean isLastParent(Object parent, Ledger.@Nullable LastParent last) {
        return last == null || last.parent() == parent;
    }

    /** A reference that was not read cannot be compared with a detached parent, which says that it holds the child. */
    private boolean isUnreadCopy(Object child, ForeignKey key, Object parent) {
        Relation childSide = key.childSide();
        boolean unread = childSide != null && !graph.isLoaded(child, childSide);
        return unread && graph.presence(parent) == Presence.DETACHED;
    }

    private boolean isSame(@Nullable Object assigned, Object parent) {
        return assigned != null && graph.resolve(assigned) == parent;
    }
}
