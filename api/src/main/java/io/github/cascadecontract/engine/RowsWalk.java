package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.RowSet;
import io.github.cascadecontract.plan.RowSet.Operation;
import io.github.cascadecontract.plan.RowSet.Way;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Follows a removal through rows that nobody reads, each level with its own setting, as the walk in memory would. */
final class RowsWalk {
    private final SetBased setBased;
    private final List<RowSet> sets = new ArrayList<>();
    private final Set<RowSet.Rows> seen = new LinkedHashSet<>();
    private final Deque<RowSet.Rows> open = new ArrayDeque<>();

    RowsWalk(SetBased setBased) {
        this.setBased = setBased;
    }

    /** All that hangs below an entity of which nothing is loaded. */
    void addEntity(EntityModel model, Object id) {
        RowSet.Entities entity = new RowSet.Entities(model, List.of(id));
        for (Relation relation : model.relationsWithSubtypes()) leave(entity, relation, Way.EACH);
    }

    /** What one relation of removed rows reaches, that the client handles in the given way. */
    void add(RowSet.From from, Relation relation, Way way) {
        switch (relation.keySide()) {
            case TARGET ->
                addSet(from, relation, way, relation.removes() ? Operation.DELETE : Operation.SET_NULL, Rule.REM_1);
            case SOURCE -> addSet(from, relation, way, Operation.DELETE, Rule.REM_8);
            case LINK_TABLE -> addSet(from, relation, Way.EACH, Operation.DELETE, Rule.M2M_2);
        }
    }

    /** The link rows of removed rows. */
    void addLinks(RowSet.From from, Relation relation, Way way) {
        addSet(from, relation, way, Operation.DELETE_LINKS, Rule.M2M_1);
    }

    List<RowSet> walk() {
        while (!open.isEmpty()) {
            RowSet.Rows rows = open.poll();
            for (Relation relation : rows.entity().relationsWithSubtypes()) leave(rows, relation, rows.way());
        }
        return sets;
    }

    private void leave(RowSet.From from, Relation relation, Way way) {
        switch (relation.keySide()) {
            case TARGET -> leaveChildren(from, relation, way);
            case SOURCE -> {
                if (relation.removes() && way == Way.EACH) add(from, relation, way);
            }
            case LINK_TABLE -> {
                if (Handling.isLeftToDatabase(relation)) return;
                addLinks(from, relation, way);
                if (relation.removes()) add(from, relation, way);
            }
        }
    }

    private void leaveChildren(RowSet.From from, Relation relation, Way way) {
        Handling handling = way == Way.SET ? Handling.ofSet(relation) : Handling.ofUnread(relation, setBased);
        if (handling == Handling.SELECTED) add(from, relation, Way.EACH);
        if (handling == Handling.SET_BASED) add(from, relation, Way.SET);
    }

    private void addSet(RowSet.From from, Relation relation, Way way, Operation operation, Rule rule) {
        RowSet set = new RowSet(from, relation, way, operation, new Because(rule, relation, null));
        sets.add(set);
        if (operation == Operation.DELETE && seen.add(set.to())) open.add(set.to());
    }
}
