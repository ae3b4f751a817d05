package io.github.cascadecontract.engine;

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
    private final EntitySet written;
    private final List<Step> inserts;
    private final List<Step> links;

    /**
     * Makes a writer.
     *
     * @param written what gets a row in this flush
     * @param waiting removed rows that must not go before the inserts
     * @param links changes of link rows
     */
    PlanWriter(
            Graph graph,
            Assignments assignments,
            Removals removals,
            EntitySet written,
            EntitySet waiting,
            List<Step> links) {
        this.graph = graph;
        this.assignments = assignments;
        this.removals = removals;
        this.written = written;
        this.links = links;
        this.removalOrder = new RemovalOrder(graph, removals, assignments);
        this.early = new EarlySteps(graph, new Replacements(graph, assignments), waiting);
        this.early.decide(removalOrder, written);
        this.inserts = inserts();
    }

    FlushPlan plan(List<Step> afterwards) {
        List<Step> references = references();
        List<Step> clearings = clearings();
        List<Step> removes = removes();
        List<Step> steps = new ArrayList<>(discards());
        steps.addAll(removalOrder.openings());
        steps.addAll(removals.setBased());
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

    private List<Step> inserts() {
        EntityMap<Because> inserted = new EntityMap<>();
        for (Object entity : written) inserted.putIfAbsent(entity, Because.asked(Rule.PER_1));
        InsertOrder order = InsertOrder.atFlush(graph, inserted);
        assignments.all().forEach(order::add);
        return order.steps();
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
                    clearing.entity(),
                    clearing.relation(),
                    early.ofClearing(clearing.entity(), clearing.relation()),
                    clearing.because()));
        return steps;
    }

    private List<Step> references() {
        List<Step> steps = new ArrayList<>();
        for (Assignment assignment : assignments.all()) {
            boolean settled = isAbsent(assignment.child()) || removals.nulls(assignment.child(), assignment.key());
            Step step = settled ? null : reference(assignment);
            if (step != null) steps.add(step);
        }
        for (Removals.Nulling nulling : removals.nullings()) {
            if (isAbsent(nulling.child())) continue;
            Timing timing = early.ofReference(nulling.child(), nulling.key(), parentInRow(nulling));
            steps.add(new Step.SetReference(nulling.child(), nulling.key(), null, timing, nulling.because()));
        }
        return steps;
    }

    /** A child that moved to the removed parent in this flush still refers to the parent before, if there was another. */
    private @Nullable Object parentInRow(Removals.Nulling nulling) {
        Assignment moved = assignments.of(nulling.key(), nulling.child());
        return moved == null || moved.oldParent() == null ? nulling.parent() : moved.oldParent();
    }

    private boolean isAbsent(Object child) {
        return removals.isGoing(child) || (graph.isNew(child) && !written.contains(child));
    }

    private @Nullable Step reference(Assignment assignment) {
        Object child = assignment.child();
        Timing timing = early.ofReference(child, assignment.key(), assignment.oldParent());
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
