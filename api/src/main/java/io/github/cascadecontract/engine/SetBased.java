package io.github.cascadecontract.engine;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.RowsBelow;
import io.github.cascadecontract.plan.RowsBelow.Operation;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.List;

/**
 * Children that are not loaded and are handled by set statements (rule REM-1, SET_BASED), lowest level first. Where a chain
 * of keys cannot say which rows are meant, the children are selected as with OFF: in a tree, in a circle of tables, where
 * entities extend each other, where
 * removal goes on over a many-to-one or many-to-many, and where the same flush moves rows of a lower level.
 */
final class SetBased {
    private final Graph graph;
    private final Assignments assignments;

    SetBased(Graph graph, Assignments assignments) {
        this.graph = graph;
        this.assignments = assignments;
    }

    /** Whether set statements can do it. */
    boolean isPossible(Relation relation) {
        if (!relation.removes()) return true;
        return isChain(relation.target(), List.of(relation.key()));
    }

    private boolean isChain(EntityModel entity, List<ForeignKey> above) {
        if (above.stream().anyMatch(key -> key.parent().overlaps(entity))) return false;
        for (Relation relation : entity.relationsWithSubtypes()) {
            boolean goesOn = relation.removes() && relation.keySide() != KeySide.TARGET;
            if (goesOn && !isBackReference(relation, above)) return false;
            if (relation.keySide() == KeySide.TARGET && isByClient(relation) && !isChainBelow(relation, above))
                return false;
        }
        return true;
    }

    private static boolean isBackReference(Relation relation, List<ForeignKey> above) {
        return relation.keySide() == KeySide.SOURCE && above.contains(relation.key());
    }

    private boolean isChainBelow(Relation relation, List<ForeignKey> above) {
        if (!assignments.isUntouched(relation.key())) return false;
        if (!relation.removes()) return true;
        List<ForeignKey> keys = new ArrayList<>(above);
        keys.add(relation.key());
        return isChain(relation.target(), keys);
    }

    private static boolean isByClient(Relation relation) {
        Mode mode = relation.passiveDeletes();
        return mode == Mode.OFF || mode == Mode.SET_BASED;
    }

    /** Whether rows over a key may be deleted by a set statement, given the keys above it up to a removed entity. */
    static boolean deletes(ForeignKey key, List<ForeignKey> above) {
        Relation relation = key.parentSide();
        if (relation == null || !relation.removes()) return false;
        if (above.isEmpty()) return relation.passiveDeletes() == Mode.SET_BASED;
        int last = above.size() - 1;
        return isByClient(relation) && deletes(above.get(last), above.subList(0, last));
    }

    /**
     * The statements for one removed parent.
     *
     * @param known children in memory, which are handled one by one
     */
    List<Step.HandleRows> steps(Object parent, Relation relation, EntitySet known) {
        List<Object> except = new ArrayList<>();
        for (Object child : known) if (graph.presence(child) == Presence.MANAGED) except.add(child);
        for (Object child : assignments.childrenMoved(relation.key()))
            if (graph.presence(child) == Presence.MANAGED && !known.contains(child)) except.add(child);
        List<Step.HandleRows> steps = new ArrayList<>();
        add(steps, parent, relation, List.of(new RowsBelow.Level(relation.key(), except)));
        return steps;
    }

    private void add(List<Step.HandleRows> steps, Object parent, Relation relation, List<RowsBelow.Level> levels) {
        Because because = new Because(Rule.REM_1, relation, parent);
        if (!relation.removes()) {
            steps.add(new Step.HandleRows(parent, new RowsBelow(levels, null), Operation.SET_NULL, because));
            return;
        }
        for (Relation below : relation.target().relationsWithSubtypes()) {
            if (!isByClient(below)) continue;
            if (below.keySide() == KeySide.TARGET) add(steps, parent, below, with(levels, below.key()));
            if (below.keySide() == KeySide.LINK_TABLE)
                steps.add(new Step.HandleRows(
                        parent,
                        new RowsBelow(levels, below),
                        Operation.DELETE,
                        new Because(Rule.M2M_1, below, parent)));
        }
        steps.add(new Step.HandleRows(parent, new RowsBelow(levels, null), Operation.DELETE, because));
    }

    private static List<RowsBelow.Level> with(List<RowsBelow.Level> levels, ForeignKey key) {
        List<RowsBelow.Level> longer = new ArrayList<>(levels);
        longer.add(new RowsBelow.Level(key, List.of()));
        return longer;
    }
}
