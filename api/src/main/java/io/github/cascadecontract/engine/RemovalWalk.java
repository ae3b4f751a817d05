package io.github.cascadecontract.engine;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Follows removals through the graph, each level with its own setting (rules REM-1 to REM-5, REM-8, M2M-1, M2M-2). */
final class RemovalWalk {
    private final Graph graph;
    private final RemovedChildren children;
    private final Removals removals = new Removals();
    private final Deque<Visit> open = new ArrayDeque<>();

    RemovalWalk(Graph graph, Assignments assignments) {
        this.graph = graph;
        this.children = new RemovedChildren(graph, assignments);
    }

    /**
     * Adds an entity to remove.
     *
     * @param entity a resolved entity
     * @param because why it goes
     * @param letGoOver the key over which its parent let it go, null if it goes for another reason (rule REM-8)
     */
    void addRoot(Object entity, Because because, @Nullable ForeignKey letGoOver) {
        open.add(new Visit(entity, because, letGoOver));
    }

    Removals walk() {
        while (!open.isEmpty()) visit(open.poll());
        return removals;
    }

    private void visit(Visit visit) {
        Object entity = graph.view().initialize(visit.entity());
        if (entity == null || !enter(entity, visit.because())) return;
        for (Relation relation : graph.relations(entity)) {
            switch (relation.keySide()) {
                case TARGET -> leaveChildren(entity, relation);
                case SOURCE -> leaveParent(entity, relation, visit.letGoOver());
                case LINK_TABLE -> leaveLinked(entity, relation);
            }
        }
    }

    private boolean enter(Object entity, Because because) {
        return switch (graph.presence(entity)) {
            case NEW -> removals.dropped().add(entity);
            case PENDING -> removals.discarded().putIfAbsent(entity, because);
            case MANAGED, DETACHED -> removals.removed().putIfAbsent(entity, because);
        };
    }

    private void leaveChildren(Object parent, Relation relation) {
        Handling handling = handling(parent, relation);
        for (Object child : children.of(parent, relation, handling)) leaveChild(parent, relation, child, handling);
    }

    private void leaveChild(Object parent, Relation relation, Object child, Handling handling) {
        Because because = new Because(ruleFor(child), relation, parent);
        if (relation.removes()) {
            if (handling == Handling.DATABASE && !graph.isUnwritten(child)) return;
            removals.edges().add(new Removals.Edge(child, parent, relation.key()));
            open.add(new Visit(child, because, null));
        } else if (handling != Handling.DATABASE)
            removals.addNulling(new Removals.Nulling(child, relation.key(), parent, because));
    }

    private Rule ruleFor(Object child) {
        return graph.isUnwritten(child) ? Rule.REM_5 : Rule.REM_1;
    }

    private void leaveParent(Object child, Relation relation, @Nullable ForeignKey letGoOver) {
        Object parent = graph.reference(child, relation);
        if (parent == null) return;
        removals.edges().add(new Removals.Edge(child, parent, relation.key()));
        boolean reached = graph.presence(child) != Presence.DETACHED || graph.isLoaded(child, relation);
        if (relation.removes() && reached && relation.key() != letGoOver)
            open.add(new Visit(parent, new Because(Rule.REM_8, relation, child), null));
    }

    private void leaveLinked(Object entity, Relation relation) {
        Handling handling = handling(entity, relation);
        if (handling == Handling.DATABASE) return;
        if (!graph.isUnwritten(entity))
            removals.linkClearings()
                    .add(new Removals.LinkClearing(entity, relation, new Because(Rule.M2M_1, relation, entity)));
        if (!relation.removes()) return;
        EntitySet targets =
                handling == Handling.LOADED ? graph.members(entity, relation) : graph.loadedMembers(entity, relation);
        for (Object target : targets) open.add(new Visit(target, new Because(Rule.M2M_2, relation, entity), null));
    }

    /** The table of rule REM-1: who handles the children of a removed entity. */
    private Handling handling(Object parent, Relation relation) {
        if (relation.passiveDeletes() == Mode.ALL) return Handling.DATABASE;
        if (graph.isLoaded(parent, relation)) return Handling.LOADED;
        boolean reachable = graph.presence(parent) != Presence.DETACHED;
        return relation.passiveDeletes() == Mode.OFF && reachable ? Handling.SELECTED : Handling.DATABASE;
    }

    /** Who handles the children of a removed entity. */
    enum Handling {
        /** The client, with what is in memory. */
        LOADED,
        /** The client, after it selected them. */
        SELECTED,
        /** The foreign key. */
        DATABASE
    }

    private record Visit(
            Object entity, Because because, @Nullable ForeignKey letGoOver) {}
}
