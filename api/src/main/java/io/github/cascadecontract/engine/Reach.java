package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import jakarta.persistence.CascadeType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which new entities PERSIST relations reach at flush (rule PER-1). The walk enters new entities only: it never cancels a
 * removal and never enters a detached entity.
 */
final class Reach {
    private final Graph graph;
    private final ChangeScan scan;

    Reach(Graph graph, ChangeScan scan) {
        this.graph = graph;
        this.scan = scan;
    }

    /** The new entities that were reached, and all that they hold. */
    record Reached(EntitySet entities, List<RelationChange> changes) {}

    /**
     * Walks from changed relations.
     *
     * @param changes changes of managed and pending entities
     * @param excluded entities that will not be written, neither as source nor as target
     */
    Reached from(List<RelationChange> changes, Predicate<Object> excluded) {
        EntitySet found = new EntitySet();
        List<RelationChange> held = new ArrayList<>();
        Deque<RelationChange> open = new ArrayDeque<>(changes);
        while (!open.isEmpty()) {
            RelationChange change = open.poll();
            if (!carries(change.relation()) || isOut(change, excluded)) continue;
            for (Object member : change.gained()) {
                if (!graph.isNew(member) || excluded.test(member) || !found.add(member)) continue;
                List<RelationChange> next = scan.ofUnwritten(member);
                held.addAll(next);
                open.addAll(next);
            }
        }
        return new Reached(found, held);
    }

    private static boolean carries(Relation relation) {
        return relation.cascades(CascadeType.PERSIST);
    }

    /** Of what is removed, only the children that its removal leaves behind are written (rule REM-5). */
    private boolean isOut(RelationChange change, Predicate<Object> excluded) {
        boolean leavesChildren = change.relation().keySide() == KeySide.TARGET;
        return excluded.test(change.owner()) && (!leavesChildren || graph.isUnwritten(change.owner()));
    }
}
