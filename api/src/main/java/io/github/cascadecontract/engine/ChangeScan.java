package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.spi.PersistenceView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what changed since the last flush. Looks at every managed relation, but touches only those that changed. */
final class ChangeScan {
    private final Graph graph;
    private final Ledger ledger;

    ChangeScan(Graph graph, Ledger ledger) {
        this.graph = graph;
        this.ledger = ledger;
    }

    List<RelationChange> scan() {
        List<RelationChange> changes = new ArrayList<>();
        for (Suspect suspect : suspects()) {
            RelationChange change = ofManaged(suspect.entity(), suspect.relation());
            if (isChange(change)) changes.add(change);
        }
        for (Object pending : graph.pending()) changes.addAll(ofUnwritten(pending));
        return changes;
    }

    /** Everything that a new or pending entity holds counts as gained. */
    List<RelationChange> ofUnwritten(Object entity) {
        List<RelationChange> changes = new ArrayList<>();
        for (Relation relation : graph.relations(entity)) {
            EntitySet now = graph.members(entity, relation);
            RelationChange change =
                    new RelationChange(entity, relation, now, new EntitySet(), holdsNull(entity, relation));
            if (isChange(change)) changes.add(change);
        }
        return changes;
    }

    /** Gathered first, because comparing may load and so add managed entities. */
    private List<Suspect> suspects() {
        List<Suspect> suspects = new ArrayList<>();
        PersistenceView view = graph.view();
        for (Object entity : view.managed()) {
            for (Relation relation : graph.relations(entity)) {
                if (view.mayHaveChanged(entity, relation) && !ledger.isGone(entity))
                    suspects.add(new Suspect(entity, relation));
            }
        }
        return suspects;
    }

    private RelationChange ofManaged(Object entity, Relation relation) {
        EntitySet before = graph.before(entity, relation);
        EntitySet now = graph.members(entity, relation);
        return new RelationChange(
                entity, relation, now.without(before), before.without(now), holdsNull(entity, relation));
    }

    private boolean holdsNull(Object entity, Relation relation) {
        if (!relation.isCollection()) return false;
        Collection<? extends @Nullable Object> members = graph.view().members(entity, relation);
        return members.stream().anyMatch(Objects::isNull);
    }

    private static boolean isChange(RelationChange change) {
        return change.holdsNull()
                || !change.gained().isEmpty()
                || !change.lost().isEmpty();
    }

    private record Suspect(Object entity, Relation relation) {}
}
