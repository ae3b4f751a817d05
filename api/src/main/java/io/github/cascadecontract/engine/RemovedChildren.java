package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.spi.Presence;
import org.jspecify.annotations.Nullable;

/** Which children a removed parent still has: those that moved away are not its own (rules REM-5, REM-7). */
final class RemovedChildren {
    private final Graph graph;
    private final Assignments assignments;

    RemovedChildren(Graph graph, Assignments assignments) {
        this.graph = graph;
        this.assignments = assignments;
    }

    EntitySet of(Object parent, Relation relation, RemovalWalk.Handling handling) {
        EntitySet own = new EntitySet();
        EntitySet held = switch (handling) {
            case LOADED -> graph.members(parent, relation);
            case SELECTED -> graph.loadedMembers(parent, relation);
            case DATABASE -> new EntitySet();
        };
        for (Object child : held) if (isOwn(child, parent, relation.key())) own.add(child);
        assignments.childrenOf(relation.key(), parent).forEach(own::add);
        return own;
    }

    private boolean isOwn(Object child, Object parent, ForeignKey key) {
        Assignment assignment = assignments.of(key, child);
        if (assignment != null) return assignment.parent() == parent;
        if (key.childSide() == null || graph.presence(child) == Presence.DETACHED) return true;
        @Nullable Object named = graph.parentByReference(child, key);
        return named == parent;
    }
}
