package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.ContradictoryReferenceException;
import io.github.cascadecontract.error.ForeignChildException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.mapping.RelationKind;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Presence;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A given child must belong to the parent under which it is given, to another one under the same top, or to nobody (rule
 * MER-6): what a request names must not reach other people's rows.
 */
final class ForeignChildren {
    private final Graph graph;
    private final GivenGraph given;

    ForeignChildren(Graph graph, GivenGraph given) {
        this.graph = graph;
        this.given = given;
    }

    /** Refuses one child under two parents, whatever the options. */
    void refuseContradictions() {
        for (GivenGraph.Members members : given.memberships()) {
            if (members.relation().keySide() != KeySide.TARGET) continue;
            for (Object child : members.targets())
                if (given.give(members.relation().key(), child, members.holder().target()) != null)
                    throw contradiction(members.relation());
        }
    }

    void refuseForeign() {
        for (GivenGraph.Members members : given.memberships()) {
            Relation relation = members.relation();
            boolean children = relation.keySide() == KeySide.TARGET;
            if (!children && !isOwnedReference(relation)) continue;
            for (Object target : members.targets().without(held(members))) {
                if (graph.presence(target) != Presence.MANAGED) continue;
                if (children) checkChild(members, target);
                else checkOwned(members, target);
            }
        }
    }

    /** What the holder had before: of a managed one that was given itself, in the database. */
    private EntitySet held(GivenGraph.Members members) {
        Object holder = members.holder().target();
        return switch (members.holder().kind()) {
            case NEW -> new EntitySet();
            case FOUND -> graph.members(holder, members.relation());
            case ITSELF -> heldByItself(holder, members.relation());
        };
    }

    private EntitySet heldByItself(Object holder, Relation relation) {
        if (graph.presence(holder) != Presence.MANAGED) return new EntitySet();
        boolean changed = graph.view().mayHaveChanged(holder, relation);
        return changed ? graph.before(holder, relation) : graph.members(holder, relation);
    }

    private void checkChild(GivenGraph.Members members, Object child) {
        ForeignKey key = members.relation().key();
        Object holder = members.holder().target();
        if (key.childSide() != null) {
            Object parent = graph.reference(child, key.childSide());
            if (parent != null && parent != holder && !isUnderSameTop(graph.resolve(parent), holder))
                throw foreign(members.relation());
            return;
        }
        Object parentId = graph.view().parentIdInRow(key, child);
        if (parentId != null && !isHolderOrGiven(key.parent(), parentId, holder)) throw foreign(members.relation());
    }

    /** A reference with one owner at most: its target belongs to the row that refers to it. */
    private static boolean isOwnedReference(Relation relation) {
        boolean single =
                relation.kind() == RelationKind.ONE_TO_ONE || relation.orphanRemoval() || relation.isSingleParent();
        return relation.keySide() == KeySide.SOURCE && single;
    }

    private void checkOwned(GivenGraph.Members members, Object target) {
        ForeignKey key = members.relation().key();
        Object ownerId = graph.view().childIdInRow(key, target);
        Object holder = members.holder().target();
        if (ownerId != null && !isHolderOrGiven(key.child(), ownerId, holder)) throw foreign(members.relation());
    }

    private boolean isHolderOrGiven(EntityModel model, Object id, Object holder) {
        if (!isNew(holder) && Objects.equals(graph.view().idOf(holder), id)) return true;
        for (GivenEntity entity : given.entities()) {
            boolean same = model.covers(entity.model())
                    && !entity.isNew()
                    && Objects.equals(graph.view().idOf(entity.target()), id);
            if (same && isUnderSameTop(entity.target(), holder)) return true;
        }
        return false;
    }

    private boolean isNew(Object target) {
        return graph.presence(target) != Presence.MANAGED;
    }

    private boolean isUnderSameTop(@Nullable Object parent, Object holder) {
        return given.holds(parent) && given.top(Objects.requireNonNull(parent)) == given.top(holder);
    }

    private static ForeignChildException foreign(Relation relation) {
        return new ForeignChildException(new Refusal(
                relation.toString(),
                Rule.MER_6,
                "a given %s belongs to a parent outside the given graph".formatted(relation.target()),
                "Leave it out, or call merge with adopt() if taking it is allowed."));
    }

    private static ContradictoryReferenceException contradiction(Relation relation) {
        return new ContradictoryReferenceException(new Refusal(
                relation.toString(),
                Rule.PER_3,
                "the same %s is given under two different parents".formatted(relation.target()),
                "Give it under one of them."));
    }
}
