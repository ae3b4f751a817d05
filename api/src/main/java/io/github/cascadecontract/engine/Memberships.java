package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.Relation;
import java.util.HashMap;
import java.util.Map;

/** Who is a member of what now, gathered once per relation and plan: a parent may hold 100,000 children. */
final class Memberships {
    private final Graph graph;
    private final Map<Relation, EntityMap<EntitySet>> gathered = new HashMap<>();

    Memberships(Graph graph) {
        this.graph = graph;
    }

    boolean holds(Object holder, Relation relation, Object member) {
        return gathered.computeIfAbsent(relation, absent -> new EntityMap<>())
                .computeIfAbsent(holder, () -> graph.members(holder, relation))
                .contains(member);
    }
}
