package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Loads relations for one flush. A removal often needs the same relation of all entities that one SELECT has read, one after
 * the other: each time it asks again, twice as many are selected together. What was selected ahead is handed out when it is
 * asked for, else forgotten, so that no relation becomes loaded that nobody needed.
 */
final class SiblingLoads {
    private final RowLoader loader;
    private final Map<Together, Integer> sizes = new HashMap<>();
    private final Map<Relation, Map<ManagedEntity, Collection<?>>> ahead = new IdentityHashMap<>();

    SiblingLoads(RowLoader loader) {
        this.loader = loader;
    }

    /** Loads a relation of an entity that is not loaded. */
    void load(ManagedEntity owner, Relation relation, SelectedState state) {
        Map<ManagedEntity, Collection<?>> selected = ahead.computeIfAbsent(relation, absent -> new HashMap<>());
        if (!selected.containsKey(owner)) selected.putAll(loader.membersOf(relation, next(owner, relation)));
        state.fill(Objects.requireNonNull(selected.remove(owner)));
    }

    /** Forgets what nobody asked for. */
    void reset() {
        sizes.clear();
        ahead.clear();
    }

    private List<ManagedEntity> next(ManagedEntity asked, Relation relation) {
        List<ManagedEntity> siblings = asked.siblings();
        int size = sizes.merge(new Together(siblings, relation), 1, (last, one) -> 2 * last);
        List<ManagedEntity> next = new ArrayList<>();
        next.add(asked);
        for (int place = siblings.indexOf(asked) + 1; place < siblings.size() && next.size() < size; place++)
            if (siblings.get(place).isUnloaded(relation)) next.add(siblings.get(place));
        return next;
    }

    /** One relation of the entities of one SELECT. */
    private static final class Together {
        private final List<ManagedEntity> siblings;
        private final Relation relation;

        Together(List<ManagedEntity> siblings, Relation relation) {
            this.siblings = siblings;
            this.relation = relation;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Together same && same.siblings == siblings && same.relation == relation;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(siblings) + relation.hashCode();
        }
    }
}
