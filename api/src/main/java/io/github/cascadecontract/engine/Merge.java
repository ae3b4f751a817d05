package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.rule.Rule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of merge: first everything is read and checked, then values are copied, relations set, and new entities
 * persisted, parents first (rules MER-1 to MER-9). What leaves a relation is for the next flush to decide.
 */
final class Merge {
    private final Graph graph;
    private final Ledger ledger;
    private final StepHandler handler;
    private final EntitySet replacing = new EntitySet();

    Merge(Graph graph, Ledger ledger, StepHandler handler) {
        this.graph = graph;
        this.ledger = ledger;
        this.handler = handler;
    }

    Object merge(Object root, List<MergeOption> options) {
        MergeScope scope = MergeScope.of(graph.model(root), options);
        GivenGraph given = new MergeMatch(graph, ledger).match(root, scope);
        ForeignChildren children = new ForeignChildren(graph, given);
        children.refuseContradictions();
        if (!options.contains(MergeOption.Adopt.CHILDREN)) children.refuseForeign();
        given.entities().forEach(this::copyValues);
        for (GivenGraph.Members members : given.memberships()) if (!isBackReference(members, given)) assign(members);
        persistNew(given);
        return given.entities().get(0).target();
    }

    private void copyValues(GivenEntity given) {
        if (given.kind() == GivenEntity.Kind.ITSELF) return;
        Map<Attribute, @Nullable Object> values = given.isNew() ? GivenValues.ofNew(given) : GivenValues.changes(given);
        if (!values.isEmpty()) new Step.CopyValues(given.target(), values, Because.asked(Rule.MER_1)).execute(handler);
    }

    private void assign(GivenGraph.Members members) {
        Object holder = members.holder().target();
        Relation relation = members.relation();
        boolean isNew = members.holder().isNew();
        if (!isNew && GivenInserts.isReplacement(relation, graph.members(holder, relation), members.targets()))
            members.targets().forEach(replacing::add);
        set(holder, relation, members.targets().list(), isNew);
        Relation back = relation.keySide() == KeySide.TARGET ? relation.key().childSide() : null;
        if (back == null) return;
        for (Object child : members.targets()) set(child, back, List.of(holder), false);
    }

    /** The reference of a child to the parent under which it is given is not read (rule MER-2). */
    private static boolean isBackReference(GivenGraph.Members members, GivenGraph given) {
        Relation relation = members.relation();
        return relation.keySide() == KeySide.SOURCE
                && given.isGivenUnder(relation.key(), members.holder().target());
    }

    private void set(Object entity, Relation relation, List<Object> members, boolean always) {
        if (!always && isSame(graph.members(entity, relation).list(), members)) return;
        new Step.Assign(entity, relation, members, new Because(Rule.MER_2, relation, entity)).execute(handler);
    }

    private static boolean isSame(List<Object> now, List<Object> wanted) {
        if (now.size() != wanted.size()) return false;
        for (int i = 0; i < now.size(); i++) if (now.get(i) != wanted.get(i)) return false;
        return true;
    }

    private void persistNew(GivenGraph given) {
        GivenInserts inserts = new GivenInserts(given, replacing);
        for (GivenGraph.Members members : given.memberships())
            if (!isBackReference(members, given)) rememberOrigins(members);
        inserts.later().forEach(ledger::owe);
        for (Step step : InsertOrder.atPersist(graph, inserts.now()).steps()) step.execute(handler);
    }

    /** What is taken out again before the flush was never there (rule ORP-5). */
    private void rememberOrigins(GivenGraph.Members members) {
        Object holder = members.holder().target();
        Relation relation = members.relation();
        for (Object target : members.targets()) {
            if (graph.isUnwritten(target)) ledger.addOrigin(target, relation, holder);
            if (relation.keySide() == KeySide.SOURCE && graph.isUnwritten(holder))
                ledger.addNamed(holder, relation, target);
            Relation back =
                    relation.keySide() == KeySide.TARGET ? relation.key().childSide() : null;
            if (back != null && graph.isUnwritten(target)) ledger.addNamed(target, back, holder);
        }
    }
}
