package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.Timing;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what was decided as steps, in the order that keys and unique values need. */
final class PlanWriter {
    private final Graph graph;
    private final Assignments assignments;
    private final Removals removals;
    private final RemovalOrder removalOrder;
    private final EarlySteps early;
    private final List<Step> inserts = new ArrayList<>();
    private final List<Step> links = new ArrayList<>();

    PlanWriter(Graph graph, Assignments assignments, Removals removals) {
        this.graph = graph;
        this.assignments = assignments;
        this.removals = removals;
        this.removalOrder = new RemovalOrder(graph, removals, assignments);
        this.early = new EarlySteps(graph, removals, assignments);
    }

    void writeInserts(List<Object> pending, EntitySet reached) {
        EntityMap<Because> inserted = new EntityMap<>();
        for (Object entity : pending)
            if (!removals.isGoing(entity)) inserted.putIfAbsent(entity, Because.asked(Rule.PER_1));
        for (Object entity : reached) inserted.putIfAbsent(entity, Because.asked(Rule.PER_1));
        InsertOrder order = new InsertOrder(graph, inserted);
        assignments.all().forEach(order::add);
        inserts.addAll(order.steps());
        early.decide(removalOrder, inserted.keys());
    }

    void writeLinks(List<Step> steps) {
        links.addAll(steps);
    }

    FlushPlan plan(List<Step> afterwards) {
        List<Step> references = references();
        List<Step> clearings = clearings();
        List<Step> removes = removes();
        List<Step> steps = new ArrayList<>(discards());
        steps.addAll(removalOrder.openings());
        steps.addAll(timed(references, Timing.EARLY));
        steps.addAll(timed(clearings, Timing.EARLY));
        steps.addAll(timed(removes, Timing.EARLY));
        steps.addAll(timed(references, Timing.NORMAL));
        steps.addAll(inserts);
        steps.addAll(links);
        steps.addAll(timed(clearings, Timing.NORMAL));
        steps.addAll(timed(removes, Timing.NORMAL));
        return new FlushPlan(steps, afterwards);
    }

    private List<Step> discards() {
        List<Step> steps = new ArrayList<>();
        for (Object entity : removals.discarded().keys())
            steps.add(new Step.Discard(entity, because(removals.discarded().get(entity))));
        return steps;
    }

    private List<Step> removes() {
        List<Step> steps = new ArrayList<>();
        for (Object entity : removalOrder.sorted())
            steps.add(new Step.Remove(
                    entity, early.ofRemoval(entity), because(removals.removed().get(entity))));
        return steps;
    }

    private List<Step> clearings() {
        List<Step> steps = new ArrayList<>();
        for (Removals.LinkClearing clearing : removals.linkClearings())
            steps.add(new Step.ClearLinks(
                    clearing.entity(), clearing.relation(), early.ofRemoval(clearing.entity()), clearing.because()));
        return steps;
    }

    private List<Step> references() {
        List<Step> steps = new ArrayList<>();
        for (Assignment assignment : assignments.all()) {
            boolean settled =
                    removals.isGoing(assignment.child()) || removals.nulls(assignment.child(), assignment.key());
            Step step = settled ? null : reference(assignment);
            if (step != null) steps.add(step);
        }
        for (Removals.Nulling nulling : removals.nullings()) {
            Timing timing = early.ofReference(nulling.child(), nulling.key(), nulling.parent());
            steps.add(new Step.SetReference(nulling.child(), nulling.key(), null, timing, nulling.because()));
        }
        return steps;
    }

    private @Nullable Step reference(Assignment assignment) {
        Object child = assignment.child();
        Timing timing = early.ofReference(child, assignment.key(), assignment.oldParent());
        Relation parentSide = assignment.key().parentSide();
        if (assignment.isOrphan() && parentSide == null) return null;
        if (isSetAlready(assignment) && timing == Timing.NORMAL) return null;
        return new Step.SetReference(child, assignment.key(), assignment.parent(), timing, assignment.because());
    }

    /** The application set the child's own reference; the flush writes it like any other attribute. */
    private boolean isSetAlready(Assignment assignment) {
        return assignment.key().childSide() != null
                && graph.parentByReference(assignment.child(), assignment.key()) == assignment.parent();
    }

    private static List<Step> timed(List<Step> steps, Timing timing) {
        return steps.stream().filter(step -> timing(step) == timing).toList();
    }

    private static Timing timing(Step step) {
        if (step instanceof Step.SetReference set) return set.timing();
        if (step instanceof Step.ClearLinks clear) return clear.timing();
        return step instanceof Step.Remove remove ? remove.timing() : Timing.NORMAL;
    }

    private static Because because(@Nullable Because because) {
        return Objects.requireNonNull(because);
    }
}
