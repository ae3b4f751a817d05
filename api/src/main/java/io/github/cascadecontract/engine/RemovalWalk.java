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
    private final Ledger ledger;
    private final RemovedChildren children;
    private final SetBased setBased;
    private final SetSteps setSteps;
    private final Reading reading;
    private final Removals removals = new Removals();
    private final Deque<Visit> open = new ArrayDeque<>();

    RemovalWalk(Graph graph, Ledger ledger, Assignments assignments, Reading reading) {
        this.graph = graph;
        this.ledger = ledger;
        this.reading = reading;
        this.children = new RemovedChildren(graph, ledger, assignments, reading);
        this.setBased = new SetBased(assignments::isUntouched);
        this.setSteps = new SetSteps(graph, assignments);
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
        Object entity = ledger.isGone(visit.entity()) ? null : graph.view().initialize(visit.entity());
        if (entity == null || !enter(entity, visit.because())) return;
        if (entity != visit.entity()) children.isRead(visit.entity(), entity);
        for (Relation relation : graph.relations(entity)) {
            switch (relation.keySide()) {
                case TARGET -> leaveChildren(entity, relation, visit);
                case SOURCE -> leaveParent(entity, relation, visit);
                case LINK_TABLE -> leaveLinked(entity, relation, visit);
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

    private void leaveChildren(Object parent, Relation relation, Visit visit) {
        Handling handling = handling(parent, relation);
        RemovedChildren.Found found = children.of(parent, relation, handling);
        for (Object child : found.own()) leaveChild(parent, relation, child, visit, handling);
        if (handling == Handling.SET_BASED) removals.setBased().addAll(setSteps.of(parent, relation, found.own()));
        for (Object child : found.departed())
            removals.departures().add(new Removals.Edge(child, parent, relation.key()));
    }

    private void leaveChild(Object parent, Relation relation, Object child, Visit visit, Handling handling) {
        Because because = new Because(ruleFor(child), relation, parent);
        boolean byClient = handling != Handling.DATABASE;
        removals.edges().add(new Removals.Edge(child, parent, relation.key()));
        if (relation.removes() && !staysBehind(child, visit)) {
            if (!byClient && !graph.isUnwritten(child)) return;
            open.add(new Visit(child, because, null));
        } else if (byClient) removals.addNulling(new Removals.Nulling(child, relation.key(), parent, because));
    }

    private Rule ruleFor(Object child) {
        return graph.isUnwritten(child) ? Rule.REM_5 : Rule.REM_1;
    }

    /** With a pending orphan leaves only what is as new as itself (rule ORP-5). */
    private boolean staysBehind(Object member, Visit visit) {
        return visit.because().rule() == Rule.ORP_5 && !graph.isUnwritten(member);
    }

    private void leaveParent(Object child, Relation relation, Visit visit) {
        boolean reached = graph.presence(child) != Presence.DETACHED || graph.isLoaded(child, relation);
        boolean follows = relation.removes() && reached && relation.key() != visit.letGoOver();
        if (!follows || visit.because().rule() == Rule.ORP_5) return;
        for (Object parent : reading.referred(child, relation))
            open.add(new Visit(parent, new Because(Rule.REM_8, relation, child), null));
    }

    private void leaveLinked(Object entity, Relation relation, Visit visit) {
        if (Handling.isLeftToDatabase(relation) && !graph.isLoaded(entity, relation)) return;
        if (!graph.isUnwritten(entity))
            removals.linkClearings()
                    .add(new Removals.LinkClearing(entity, relation, new Because(Rule.M2M_1, relation, entity)));
        if (!relation.removes()) return;
        for (Object target : children.linked(entity, relation)) {
            if (staysBehind(target, visit)) continue;
            open.add(new Visit(target, new Because(Rule.M2M_2, relation, entity), null));
        }
    }

    private Handling handling(Object parent, Relation relation) {
        if (relation.passiveDeletes() == Mode.ALL) return Handling.DATABASE;
        if (graph.isLoaded(parent, relation)) return Handling.LOADED;
        boolean reachable = graph.presence(parent) != Presence.DETACHED;
        return reachable ? Handling.ofUnread(relation, setBased) : Handling.ofUnreachable(relation);
    }

    private record Visit(
            Object entity, Because because, @Nullable ForeignKey letGoOver) {}
}
