package io.github.cascadecontract.engine;

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

/** The set statements for children that are not loaded, lowest level first (rule REM-1, SET_BASED). */
final class SetSteps {
    private final Graph graph;
    private final Assignments assignments;

    SetSteps(Graph graph, Assignments assignments) {
        this.graph = graph;
        this.assignments = assignments;
    }

    /**
     * The statements for one removed parent.
     *
     * @param known children in memory, which are handled one by one
     */
    List<Step.HandleRows> of(Object parent, Relation relation, EntitySet known) {
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
            if (Handling.ofSet(below) == Handling.DATABASE) continue;
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
