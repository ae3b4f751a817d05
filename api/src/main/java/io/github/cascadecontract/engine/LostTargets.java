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
 * ORP-5).
 */
final class LostTargets {
    private final Graph graph;
    private final Ledger ledger;
    private final Map<Relation, EntitySet> gained = new LinkedHashMap<>();
    private final EntityMap<Because> lost = new EntityMap<>();

    LostTargets(Graph graph, Ledger ledger) {
        this.graph = graph;
        this.ledger = ledger;
    }

    EntityMap<Because> find(List<RelationChange> changes) {
        List<RelationChange> relevant =
                changes.stream().filter(change -> isRelevant(change.relation())).toList();
        relevant.forEach(this::gather);
        for (RelationChange change : relevant)
            for (Object target : change.lost()) lose(change.relation(), target, change.owner());
        for (Object pending : List.copyOf(graph.view().pending())) loseFromOrigins(pending);
        return lost;
    }

    private static boolean isRelevant(Relation relation) {
        return relation.orphanRemoval() && relation.keySide() != KeySide.TARGET;
    }

    private void gather(RelationChange change) {
        EntitySet ofRelation = gained.computeIfAbsent(change.relation(), absent -> new EntitySet());
        change.gained().forEach(ofRelation::add);
    }

    private void loseFromOrigins(Object pending) {
        for (Ledger.Origin origin : ledger.origins(pending)) {
            boolean left = isRelevant(origin.relation())
                    && !graph.members(origin.holder(), origin.relation()).contains(pending);
            if (left) lose(origin.relation(), pending, origin.holder());
        }
    }

    private void lose(Relation relation, Object target, Object by) {
        EntitySet taken = gained.get(relation);
        if (taken == null || !taken.contains(target)) lost.putIfAbsent(target, new Because(Rule.ORP_1, relation, by));
    }
}
