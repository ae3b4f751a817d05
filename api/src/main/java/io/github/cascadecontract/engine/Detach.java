package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Presence;
import jakarta.persistence.CascadeType;
import java.util.ArrayDeque;
import java.util.Deque;

/** One call of detach: what loaded DETACH relations reach; nothing is read (rule DET-1). */
final class Detach {
    private final Graph graph;
    private final Ledger ledger;
    private final EntitySet reached = new EntitySet();

    Detach(Graph graph, Ledger ledger) {
        this.graph = graph;
        this.ledger = ledger;
    }

    /** The walk is over before the first entity is detached, so that a provider may let go of what it has loaded. */
    void detach(Object root, StepHandler handler) {
        Deque<Object> open = new ArrayDeque<>();
        open.add(graph.resolve(root));
        ledger.forget(graph.resolve(root));
        while (!open.isEmpty()) visit(open.poll(), open);
        for (Object entity : reached) {
            ledger.forget(entity);
            new Step.Detach(entity, Because.asked(Rule.DET_1)).execute(handler);
        }
    }

    private void visit(Object entity, Deque<Object> open) {
        Presence presence = graph.presence(entity);
        boolean managed = presence == Presence.MANAGED || presence == Presence.PENDING;
        if (!managed || ledger.isGone(entity) || !reached.add(entity)) return;
        for (Relation relation : graph.relations(entity)) {
            if (!relation.cascades(CascadeType.DETACH) || !graph.isLoaded(entity, relation)) continue;
            graph.members(entity, relation).forEach(open::add);
        }
    }
}
