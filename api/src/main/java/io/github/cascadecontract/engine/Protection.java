package io.github.cascadecontract.engine;

import io.github.cascadecontract.error.ProtectedEntityException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.RemovalPlan;
import java.util.List;

/**
 * No removal reaches an entity marked {@code @Protected}, by the client or by the database (rule PRO-1). What a flush would
 * reach is counted as for a plan, where the contract has such entities and the flush removes something.
 */
final class Protection {
    private final Graph graph;
    private final Decisions decisions;

    Protection(Graph graph, Decisions decisions) {
        this.graph = graph;
        this.decisions = decisions;
    }

    void check() {
        List<Object> removed = decisions.removals().removed().keys();
        if (removed.isEmpty() || !graph.hasProtectedEntities()) return;
        RemovalOutline outline = new Outline(graph, decisions).of(removed.get(0), List.of());
        RemovalPlan plan = graph.view().count(outline).plan();
        plan.obstacles().stream()
                .filter(obstacle -> obstacle.kind() == Obstacle.Kind.PROTECTED)
                .findFirst()
                .ifPresent(obstacle -> {
                    throw new ProtectedEntityException(refusal(obstacle), plan);
                });
    }

    private static Refusal refusal(Obstacle obstacle) {
        return new Refusal(obstacle.place().name(), obstacle.rule(), obstacle.sentence(), obstacle.remedy());
    }
}
