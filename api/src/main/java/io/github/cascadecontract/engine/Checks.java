package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.NullElementException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.RemovedEntityException;
import io.github.cascadecontract.error.SingleParentException;
import io.github.cascadecontract.error.UnsavedReferenceException;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Presence;
import java.util.List;

/** What a flush refuses before any statement (rules PER-2, PER-4, PER-5, DEC-4, ORP-8). */
final class Checks {
    private final Graph graph;
    private final Ledger ledger;
    private final Removals removals;
    private final EntitySet written;

    /**
     * Makes the checks of one flush.
     *
     * @param written the new entities that this flush makes managed
     */
    Checks(Graph graph, Ledger ledger, Removals removals, EntitySet written) {
        this.graph = graph;
        this.ledger = ledger;
        this.removals = removals;
        this.written = written;
    }

    void check(List<RelationChange> changes) {
        for (RelationChange change : changes) {
            if (removals.isGoing(change.owner())) continue;
            if (graph.isNew(change.owner()) && !written.contains(change.owner())) continue;
            if (change.holdsNull()) throw nullElement(change.relation());
            for (Object member : change.gained()) checkMember(change, member);
        }
    }

    private void checkMember(RelationChange change, Object member) {
        Relation relation = change.relation();
        if (ledger.isGone(member)) throw removed(relation);
        Presence presence = graph.presence(member);
        if (presence == Presence.NEW && !written.contains(member) && !removals.isGoing(member)) throw unsaved(relation);
        if (presence == Presence.DETACHED && relation.keySide() == KeySide.TARGET) throw detached(relation);
        if (relation.isSingleParent()) checkSingleParent(change, member);
    }

    private void checkSingleParent(RelationChange change, Object member) {
        Relation relation = change.relation();
        for (Object owner : graph.view().managed(relation.entity())) refuseSecond(change, member, owner);
        for (Object owner : graph.view().pending())
            if (graph.model(owner) == relation.entity()) refuseSecond(change, member, owner);
    }

    private void refuseSecond(RelationChange change, Object member, Object owner) {
        boolean second = owner != change.owner()
                && !ledger.isGone(owner)
                && !removals.isGoing(owner)
                && graph.members(owner, change.relation()).contains(member);
        if (second)
            throw new SingleParentException(new Refusal(
                    change.relation().toString(),
                    Rule.DEC_4,
                    "two managed owners hold the same " + change.relation().target(),
                    "Take it from the first owner before the second gets it."));
    }

    static RemovedEntityException removedAgain(String where) {
        return new RemovedEntityException(new Refusal(
                where,
                Rule.ORP_8,
                "the entity was removed by an earlier flush of this unit of work",
                "Make a new object with the same values instead."));
    }

    private static RemovedEntityException removed(Relation relation) {
        return removedAgain(relation.toString());
    }

    private static UnsavedReferenceException unsaved(Relation relation) {
        return new UnsavedReferenceException(new Refusal(
                relation.toString(),
                Rule.PER_2,
                "a managed %s refers to a new %s that nobody persisted".formatted(relation.entity(), relation.target()),
                "Persist it, or let the relation cascade PERSIST."));
    }

    private static DetachedEntityException detached(Relation relation) {
        return new DetachedEntityException(new Refusal(
                relation.toString(),
                Rule.PER_4,
                "a detached %s was put into the relation".formatted(relation.target()),
                "Find or merge it first."));
    }

    private static NullElementException nullElement(Relation relation) {
        return new NullElementException(
                new Refusal(relation.toString(), Rule.PER_5, "the collection holds null", "Take the null out."));
    }
}
