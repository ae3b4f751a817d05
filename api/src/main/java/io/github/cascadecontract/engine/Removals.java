package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a removal reaches: rows to delete, pending entities to forget, keys to null, link rows to clear. */
final class Removals {
    private final EntityMap<Because> removed = new EntityMap<>();
    private final EntityMap<Because> discarded = new EntityMap<>();
    private final EntitySet dropped = new EntitySet();
    private final List<Nulling> nullings = new ArrayList<>();
    private final EntityMap<Set<ForeignKey>> nulled = new EntityMap<>();
    private final List<Edge> departures = new ArrayList<>();
    private final List<LinkClearing> linkClearings = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Step.HandleRows> setBased = new ArrayList<>();

    /** A child whose key is set to NULL because its parent goes without it. */
    record Nulling(Object child, ForeignKey key, Object parent, Because because) {}

    /** An entity whose link rows go with it. */
    record LinkClearing(Object entity, Relation relation, Because because) {}

    /** A child whose row refers to a parent's row. */
    record Edge(Object child, Object parent, ForeignKey key) {}

    /** Rows that the client deletes. */
    EntityMap<Because> removed() {
        return removed;
    }

    /** Pending entities that are forgotten. */
    EntityMap<Because> discarded() {
        return discarded;
    }

    /** New entities that are not made managed because they belong to what goes. */
    EntitySet dropped() {
        return dropped;
    }

    List<LinkClearing> linkClearings() {
        return linkClearings;
    }

    /** Statements for children that are not in memory. */
    List<Step.HandleRows> setBased() {
        return setBased;
    }

    List<Edge> edges() {
        return edges;
    }

    /** Children that moved away from a removed parent in this flush: their rows refer to it still. */
    List<Edge> departures() {
        return departures;
    }

    void addNulling(Nulling nulling) {
        if (nulled.computeIfAbsent(nulling.child(), HashSet::new).add(nulling.key())) nullings.add(nulling);
    }

    /** Whether the child's parent over this key goes without it. */
    boolean nulls(Object child, ForeignKey key) {
        Set<ForeignKey> keys = nulled.get(child);
        return keys != null && keys.contains(key);
    }

    /** Keys to null; a row that another path removes is removed all the same (rule REM-3). */
    List<Nulling> nullings() {
        return nullings;
    }

    /** Whether the entity has no row and gets none. */
    boolean isNeverWritten(Object entity) {
        return discarded.contains(entity) || dropped.contains(entity);
    }

    /** Whether the entity has no place in the database after the flush, as far as the client knows. */
    boolean isGoing(@Nullable Object entity) {
        return removed.contains(entity) || discarded.contains(entity) || dropped.contains(entity);
    }
}
