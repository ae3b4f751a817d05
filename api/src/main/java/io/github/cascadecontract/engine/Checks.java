package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.NullElementException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.RemovedEntityException;
import io.github.cascadecontract.error.UnsavedReferenceException;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Presence;
import java.util.List;

/** What a flush refuses before any statement (rules PER-2, PER-4, PER-5, DEC-4, ORP-8). */
final class Checks {
    private final Graph graph;
    private final Ledger ledger;
    private final Assignments assignments;
    private final Removals removals;
    private final EntitySet written;

    /**
     * Makes the checks of one flush.
     *
     * @param written the entities that this flush inserts
     */
    Checks(Graph graph, Ledger ledger, Assignments assignments, Removals removals, EntitySet written) {
        this.graph = graph;
        this.ledger = ledger;
        this.assignments = assignments;
        this.removals = removals;
        this.written = written;
    }

    void check(List<RelationChange> changes) {
        List<RelationChange> staying =
                changes.stream().filter(change -> isStaying(change.owner())).toList();
        for (RelationChange change : staying) {
            if (change.holdsNull()) throw nullElement(change.relation());
            for (Object member : change.gained()) checkMember(change, member);
        }
        new SingleParents(graph, ledger, assignments, removals, written).check(staying);
    }

    private boolean isStaying(Object owner) {
        return !removals.isGoing(owner) && (!graph.isUnwritten(owner) || written.contains(owner));
    }

    private void checkMember(RelationChange change, Object member) {
        Relation relation = change.relation();
        Presence presence = graph.presence(member);
        if (ledger.isGone(member)) throw removed(relation);
        if (presence == Presence.NEW && !written.contains(member) && !removals.isGoing(member)) throw unsaved(relation);
        if (removals.isNeverWritten(member) && isStillNamed(change, member)) throw unsaved(relation);
        if (presence == Presence.DETACHED && relation.keySide() == KeySide.TARGET) throw detached(relation);
    }

    /** Whether the row of the owner would refer to a row that there never is. */
    private boolean isStillNamed(RelationChange change, Object member) {
        if (change.relation().keySide() != KeySide.SOURCE) return false;
        ForeignKey key = change.relation().key();
        Assignment assignment = assignments.of(key, change.owner());
        boolean moved = assignment != null && assignment.parent() != member;
        return !moved && !removals.nulls(change.owner(), key);
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
