package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Targets of orphan-removing references and many-to-many that lost their owner and found no other (rules ORP-1, ORP-3,
 * ORP-5). References are read from the assignments, so that it does not matter which side of a pair was changed.
 */
final class LostTargets {
    private final Graph graph;
    private final Ledger ledger;
    private final Memberships memberships;
    private final Map<Relation, EntitySet> gained = new LinkedHashMap<>();
    private final EntityMap<Because> lost = new EntityMap<>();

    LostTargets(Graph graph, Ledger ledger) {
        this.graph = graph;
        this.ledger = ledger;
        this.memberships = new Memberships(graph);
    }

    EntityMap<Because> find(List<RelationChange> changes, List<Assignment> assignments) {
        List<RelationChange> links = changes.stream()
                .filter(change -> isRelevantLink(change.relation()))
                .toList();
        List<Assignment> references =
                assignments.stream().filter(LostTargets::isRelevant).toList();
        links.forEach(change -> change.gained().forEach(target -> gain(change.relation(), target)));
        references.forEach(this::gain);
        for (RelationChange change : links)
            for (Object target : change.lost()) lose(change.relation(), target, change.owner());
        references.forEach(this::lose);
        for (Object pending : graph.pending()) loseFromOrigins(pending);
        return lost;
    }

    private static boolean isRelevantLink(Relation relation) {
        return relation.orphanRemoval() && relation.keySide() == KeySide.LINK_TABLE;
    }

    private static boolean isRelevant(Assignment assignment) {
        Relation childSide = assignment.key().childSide();
        return childSide != null && childSide.orphanRemoval();
    }

    private void gain(Assignment assignment) {
        Relation reference = assignment.key().childSide();
        if (reference != null && assignment.parent() != null) gain(reference, assignment.parent());
    }

    private void gain(Relation relation, Object target) {
        gained.computeIfAbsent(relation, absent -> new EntitySet()).add(target);
    }

    private void lose(Assignment assignment) {
        Relation reference = assignment.key().childSide();
        Object old = assignment.oldParent();
        if (reference != null && old != null && old != assignment.parent()) lose(reference, old, assignment.child());
    }

    private void loseFromOrigins(Object pending) {
        for (Ledger.Origin origin : ledger.origins(pending)) {
            Relation relation = origin.relation();
            boolean relevant = relation.orphanRemoval() && relation.keySide() != KeySide.TARGET;
            if (relevant && !memberships.holds(origin.holder(), relation, pending))
                lose(relation, pending, origin.holder());
        }
    }

    private void lose(Relation relation, Object target, Object by) {
        EntitySet taken = gained.get(relation);
        if (taken == null || !taken.contains(target)) lost.putIfAbsent(target, new Because(Rule.ORP_1, relation, by));
    }
}
