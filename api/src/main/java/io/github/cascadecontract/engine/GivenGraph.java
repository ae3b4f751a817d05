package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A graph given to merge, matched with managed and new entities. */
final class GivenGraph {
    private final List<GivenEntity> entities = new ArrayList<>();
    private final List<Members> memberships = new ArrayList<>();
    private final Map<ForeignKey, EntityMap<Object>> owners = new HashMap<>();
    private final EntityMap<Object> owner = new EntityMap<>();
    private final EntitySet targets = new EntitySet();

    /** What a relation shall hold. */
    record Members(GivenEntity holder, Relation relation, EntitySet targets) {}

    void add(GivenEntity given) {
        entities.add(given);
        targets.add(given.target());
    }

    /** In the order in which they were given, holders first. */
    List<GivenEntity> entities() {
        return entities;
    }

    void add(Members members) {
        memberships.add(members);
        if (members.relation().keySide() != KeySide.TARGET) return;
        for (Object target : members.targets())
            owner.putIfAbsent(target, members.holder().target());
    }

    List<Members> memberships() {
        return memberships;
    }

    boolean holds(@Nullable Object target) {
        return targets.contains(target);
    }

    /** Notes under which parent a child is given; returns another parent under which it was given before, if any. */
    @Nullable
    Object give(ForeignKey key, Object child, Object parent) {
        EntityMap<Object> ofKey = owners.computeIfAbsent(key, absent -> new EntityMap<>());
        if (ofKey.putIfAbsent(child, parent)) return null;
        return ofKey.get(child) == parent ? null : ofKey.get(child);
    }

    /** Whether the entity is given as a child of another one over the key. */
    boolean isGivenUnder(ForeignKey key, Object child) {
        EntityMap<Object> ofKey = owners.get(key);
        return ofKey != null && ofKey.contains(child);
    }

    /** The entity on top of those that are given as each other's children; one that is referred to is a top of its own. */
    Object top(Object target) {
        EntitySet seen = new EntitySet();
        Object top = target;
        while (seen.add(top)) {
            Object next = owner.get(top);
            if (next == null) return top;
            top = next;
        }
        return top;
    }
}
