package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which managed parents hold a child that has no attribute for its parent; gathered once per key and plan. */
final class Holders {
    private final Graph graph;
    private final Ledger ledger;
    private final Map<ForeignKey, EntityMap<EntitySet>> byKey = new HashMap<>();

    Holders(Graph graph, Ledger ledger) {
        this.graph = graph;
        this.ledger = ledger;
    }

    /** A parent that holds the child and did not let it go, null if there is none. */
    @Nullable
    Object other(ForeignKey key, Object child, EntitySet letting) {
        EntitySet holding = byKey.computeIfAbsent(key, this::gather).get(child);
        if (holding == null) return null;
        EntitySet others = holding.without(letting);
        return others.isEmpty() ? null : others.first();
    }

    private EntityMap<EntitySet> gather(ForeignKey key) {
        EntityMap<EntitySet> found = new EntityMap<>();
        Relation parentSide = key.parentSide();
        if (parentSide == null) return found;
        for (Object parent : graph.view().managed(key.parent())) {
            if (ledger.isGone(parent) || !graph.isLoaded(parent, parentSide)) continue;
            for (Object child : graph.members(parent, parentSide))
                found.computeIfAbsent(child, EntitySet::new).add(parent);
        }
        return found;
    }
}
