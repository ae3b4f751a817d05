package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How deep each table lies below the tables that it refers to; entities that extend each other lie equally
 * deep. It orders rows of which nobody knows in memory whether they
 * refer to each other. Tables that refer to each other in a circle have no order; any depth will do for them.
 */
final class TableDepths {
    private final List<EntityModel> entities;
    private final Map<EntityModel, Integer> depths = new HashMap<>();

    TableDepths(CascadeContract contract) {
        this.entities = contract.entities();
    }

    int of(EntityModel entity) {
        if (depths.isEmpty()) compute();
        return depths.getOrDefault(entity.root(), 0);
    }

    private void compute() {
        for (EntityModel entity : entities) depths.put(entity.root(), 0);
        boolean deeper = true;
        for (int round = 0; deeper && round < entities.size(); round++) {
            deeper = false;
            for (EntityModel parent : entities) for (ForeignKey key : parent.referringKeys()) deeper |= sink(key);
        }
    }

    private boolean sink(ForeignKey key) {
        EntityModel child = key.child().root();
        EntityModel parent = key.parent().root();
        int below = depths.getOrDefault(parent, 0) + 1;
        if (child == parent || depths.getOrDefault(child, 0) >= below) return false;
        depths.put(child, below);
        return true;
    }
}
