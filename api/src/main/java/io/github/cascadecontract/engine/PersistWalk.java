package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.Timing;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.CascadeType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What one call of persist reaches: new entities over PERSIST relations (rule PER-1). */
final class PersistWalk {
    private final Graph graph;
    private final Ledger ledger;
    private final EntityMap<Because> reached = new EntityMap<>();
    private final List<Step> references = new ArrayList<>();
    private final Deque<Object> open = new ArrayDeque<>();

    PersistWalk(Graph graph, Ledger ledger) {
        this.graph = graph;
        this.ledger = ledger;
    }

    List<Step> from(Object root) {
        if (graph.isNew(root)) reached.putIfAbsent(root, Because.asked(Rule.PER_1));
        open.add(root);
        while (!open.isEmpty()) visit(open.poll());
        List<Step> steps = new ArrayList<>(references);
        steps.addAll(InsertOrder.atPersist(graph, reached).steps());
        return steps;
    }

    private void visit(Object entity) {
        for (Relation relation : graph.relations(entity)) {
            EntitySet members = graph.members(entity, relation);
            if (relation.keySide() == KeySide.SOURCE && !members.isEmpty() && graph.isUnwritten(entity))
                ledger.addNamed(entity, relation, members.list().get(0));
            if (!relation.cascades(CascadeType.PERSIST)) continue;
            for (Object member : members) reach(member, relation, entity);
        }
    }

    private void reach(Object member, Relation relation, Object holder) {
        if (!graph.isUnwritten(member) || ledger.isGone(member)) return;
        ledger.addOrigin(member, relation, holder);
        if (!graph.isNew(member) || !reached.putIfAbsent(member, new Because(Rule.PER_1, relation, holder))) return;
        open.add(member);
        setBackReference(member, relation, holder);
    }

    /** The provider may check the key as soon as the entity is managed. */
    private void setBackReference(Object member, Relation relation, Object holder) {
        if (relation.keySide() != KeySide.TARGET) return;
        Relation childSide = relation.key().childSide();
        if (childSide == null || graph.parentByReference(member, relation.key()) != null) return;
        ledger.addNamed(member, childSide, holder);
        Because because = new Because(Rule.PER_3, relation, holder);
        references.add(new Step.SetReference(member, relation.key(), holder, Timing.NORMAL, because));
    }
}
