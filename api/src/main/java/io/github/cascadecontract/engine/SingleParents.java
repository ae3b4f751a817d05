package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.SingleParentException;
import io.github.cascadecontract.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A target that this flush gives an owner must have no other managed one, where the relation is single-parent (rule DEC-4).
 * It does not matter which side of a pair was changed.
 */
final class SingleParents {
    private final Graph graph;
    private final Ledger ledger;
    private final Assignments assignments;
    private final Removals removals;
    private final EntitySet written;
    private final Map<Relation, EntityMap<EntitySet>> owners = new HashMap<>();

    SingleParents(Graph graph, Ledger ledger, Assignments assignments, Removals removals, EntitySet written) {
        this.graph = graph;
        this.ledger = ledger;
        this.assignments = assignments;
        this.removals = removals;
        this.written = written;
    }

    void check(List<RelationChange> changes) {
        for (Assignment assignment : assignments.all()) {
            Relation reference = assignment.key().childSide();
            if (reference == null || !reference.isSingleParent() || removals.isGoing(assignment.child())) continue;
            if (assignment.parent() != null) refuseSecond(reference, assignment.parent());
        }
        for (RelationChange change : changes) if (change.relation().keySide() == KeySide.LINK_TABLE) checkLinks(change);
    }

    private void checkLinks(RelationChange change) {
        Relation relation = change.relation();
        Relation inverse = relation.inverse();
        for (Object member : change.gained()) {
            if (relation.isSingleParent()) refuseSecond(relation, member);
            if (inverse != null && inverse.isSingleParent()) refuseSecond(inverse, change.owner());
        }
    }

    private void refuseSecond(Relation relation, Object target) {
        EntitySet found = owners.computeIfAbsent(relation, this::gather).get(target);
        if (found != null && found.size() > 1)
            throw new SingleParentException(new Refusal(
                    relation.toString(),
                    Rule.DEC_4,
                    "two managed owners hold the same " + relation.target(),
                    "Take it from the first owner before the second gets it."));
    }

    private EntityMap<EntitySet> gather(Relation relation) {
        EntityMap<EntitySet> found = new EntityMap<>();
        for (Object owner : graph.view().managed(relation.entity())) gather(owner, relation, found);
        for (Object owner : written) if (relation.entity().covers(graph.model(owner))) gather(owner, relation, found);
        return found;
    }

    private void gather(Object owner, Relation relation, EntityMap<EntitySet> found) {
        if (ledger.isGone(owner) || removals.isGoing(owner)) return;
        if (relation.keySide() == KeySide.LINK_TABLE) {
            for (Object target : graph.members(owner, relation)) add(target, owner, found);
            return;
        }
        Object target = targetAfterwards(owner, relation.key());
        if (target != null) add(target, owner, found);
    }

    private @Nullable Object targetAfterwards(Object owner, ForeignKey key) {
        if (removals.nulls(owner, key)) return null;
        Assignment assignment = assignments.of(key, owner);
        return assignment == null ? graph.parentByReference(owner, key) : assignment.parent();
    }

    private static void add(Object target, Object owner, EntityMap<EntitySet> found) {
        found.computeIfAbsent(target, EntitySet::new).add(owner);
    }
}
