package io.github.cascadecontract.check;

import io.github.cascadecontract.contract.EntityModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys by the hierarchies of entities at their ends. */
final class KeyIndex {
    private final Map<EntityModel, List<MappedKey>> byParent = new HashMap<>();
    private final Map<EntityModel, List<MappedKey>> byChild = new HashMap<>();

    KeyIndex(List<MappedKey> keys) {
        for (MappedKey key : keys) {
            add(byParent, key.parent(), key);
            if (key.foreignKey() != null) add(byChild, key.foreignKey().child(), key);
        }
    }

    private static void add(Map<EntityModel, List<MappedKey>> index, EntityModel entity, MappedKey key) {
        index.computeIfAbsent(entity.root(), absent -> new ArrayList<>()).add(key);
    }

    /** The keys that refer to an entity, or to one of its hierarchy. */
    List<MappedKey> to(EntityModel parent) {
        return byParent.getOrDefault(parent.root(), List.of());
    }

    /** The keys that an entity, or one of its hierarchy, holds. */
    List<MappedKey> of(EntityModel child) {
        return byChild.getOrDefault(child.root(), List.of());
    }

    /** Whether rows of one entity refer to rows of another, at any distance. */
    boolean leadsTo(EntityModel from, EntityModel to) {
        Set<EntityModel> seen = new HashSet<>(Set.of(from.root()));
        Deque<EntityModel> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            EntityModel entity = open.poll();
            if (entity == to.root()) return true;
            for (MappedKey key : of(entity)) {
                EntityModel parent = key.parent().root();
                if (seen.add(parent)) open.add(parent);
            }
        }
        return false;
    }
}
