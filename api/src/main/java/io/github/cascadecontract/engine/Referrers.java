package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import java.util.HashMap;
import java.util.Map;

/**
 * Which managed children name a parent, whether or not its collection shows them: a child whose reference was set needs no
 * collection entry (rule PER-3), so a collection that was loaded before may lack it. Gathered once per key and plan.
 */
final class Referrers {
    private final Graph graph;
    private final Ledger ledger;
    private final Map<ForeignKey, EntityMap<EntitySet>> byKey = new HashMap<>();

    Referrers(Graph graph, Ledger ledger) {
        this.graph = graph;
        this.ledger = ledger;
    }

    EntitySet of(ForeignKey key, Object parent) {
        EntitySet found = byKey.computeIfAbsent(key, this::gather).get(parent);
        return found == null ? new EntitySet() : found;
    }

    private EntityMap<EntitySet> gather(ForeignKey key) {
        EntityMap<EntitySet> found = new EntityMap<>();
        Relation childSide = key.childSide();
        if (childSide == null) return found;
        for (Object child : graph.view().managed(key.child())) {
            Object parent = ledger.isGone(child) ? null : graph.reference(child, childSide);
            if (parent != null) found.computeIfAbsent(parent, EntitySet::new).add(child);
        }
        return found;
    }
}
