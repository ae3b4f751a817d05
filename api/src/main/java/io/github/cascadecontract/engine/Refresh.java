package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.RemovedEntityException;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Presence;
import jakarta.persistence.CascadeType;
import java.util.ArrayDeque;
import java.util.Deque;

/** One call of refresh: the entity, and over REFRESH the children that its reread relations hold (rule REF-1). */
final class Refresh {
    private final Graph graph;
    private final Ledger ledger;
    private final StepHandler handler;
    private final EntitySet seen = new EntitySet();
    private final Deque<Object> open = new ArrayDeque<>();

    Refresh(Graph graph, Ledger ledger, StepHandler handler) {
        this.graph = graph;
        this.ledger = ledger;
        this.handler = handler;
    }

    void refresh(Object root) {
        Object entity = graph.resolve(root);
        refuseUnless(entity);
        Object loaded = graph.view().initialize(entity);
        open.add(loaded == null ? entity : loaded);
        while (!open.isEmpty()) visit(open.poll());
    }

    private void visit(Object entity) {
        if (!seen.add(entity)) return;
        new Step.Refresh(entity, Because.asked(Rule.REF_1)).execute(handler);
        for (Relation relation : graph.relations(entity)) {
            if (!relation.cascades(CascadeType.REFRESH) || !graph.isLoaded(entity, relation)) continue;
            for (Object member : graph.members(entity, relation)) if (isRefreshable(member)) open.add(member);
        }
    }

    private boolean isRefreshable(Object entity) {
        return graph.presence(entity) == Presence.MANAGED && !ledger.isMarked(entity) && !ledger.isGone(entity);
    }

    private void refuseUnless(Object entity) {
        if (isRefreshable(entity)) return;
        boolean removed = ledger.isMarked(entity) || ledger.isGone(entity);
        Refusal refusal = new Refusal(
                graph.model(entity).name(),
                Rule.REF_1,
                removed ? "the entity is marked for removal or removed" : "the entity is not managed or has no row yet",
                "Refresh what find or merge returned, after the flush that wrote it.");
        CascadeException error = removed ? new RemovedEntityException(refusal) : new DetachedEntityException(refusal);
        throw error;
    }
}
