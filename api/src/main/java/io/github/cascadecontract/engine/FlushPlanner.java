package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One flush, from what changed to the plan: scan, reach, claims, assignments, removals, checks, steps. Each part is a class
 * of its own; this one only says in which order they work.
 */
final class FlushPlanner {
    private final Graph graph;
    private final Ledger ledger;
    private final ChangeScan scan;

    FlushPlanner(Graph graph, Ledger ledger) {
        this.graph = graph;
        this.ledger = ledger;
        this.scan = new ChangeScan(graph, ledger);
    }

    FlushPlan plan() {
        List<RelationChange> changes = scan.scan();
        if (changes.isEmpty() && ledger.marked().isEmpty() && graph.pending().isEmpty())
            return new FlushPlan(List.of(), List.of());
        Decisions decisions = decide(changes, ledger.marked(), Reading.now(graph));
        new Protection(graph, decisions).check();
        return steps(decisions);
    }

    /**
     * Decides without writing steps.
     *
     * @param roots what is removed by a call of its own
     * @param reading how the removal comes to know what is not in memory
     */
    Decisions decide(EntitySet roots, Reading reading) {
        return decide(scan.scan(), roots, reading);
    }

    private Decisions decide(List<RelationChange> changes, EntitySet roots, Reading reading) {
        List<Object> pending = graph.pending();
        Reach reach = new Reach(graph, scan);
        List<RelationChange> all = with(changes, reach.from(changes, entity -> false));
        Claims claims = new Claims(graph, ledger);
        claims.gather(all);
        Assignments assignments = Assignments.decide(graph, ledger, claims.all());
        EntityMap<Because> lostTargets = new LostTargets(graph, ledger).find(all, assignments.all());
        RemovalWalk walk = new RemovalWalk(graph, ledger, assignments, reading);
        Removals removals = removals(walk, roots, assignments, lostTargets);

        Reach.Reached reached = reach.from(changes, removals::isGoing);
        EntitySet written = written(pending, reached, removals);
        Decisions decisions = new Decisions(assignments, removals, written, with(changes, reached));
        new Checks(graph, ledger, assignments, removals, written).check(decisions.changes());
        return decisions;
    }

    private FlushPlan steps(Decisions decisions) {
        Assignments assignments = decisions.assignments();
        Removals removals = decisions.removals();
        List<Step> links = new LinkSteps(removals).of(decisions.changes());
        MissingRows missing = new MissingRows(graph, ledger, assignments, removals);
        missing.find(decisions.written());
        EntitySet waiting = new WaitingRows(graph, assignments, removals, missing).find(links);
        return new PlanWriter(graph, assignments, removals, decisions.written(), waiting, links).plan(missing.steps());
    }

    private static EntitySet written(List<Object> pending, Reach.Reached reached, Removals removals) {
        EntitySet written = new EntitySet();
        for (Object entity : pending) if (!removals.isGoing(entity)) written.add(entity);
        reached.entities().forEach(written::add);
        return written;
    }

    private Removals removals(
            RemovalWalk walk, EntitySet roots, Assignments assignments, EntityMap<Because> lostTargets) {
        for (Object marked : roots) {
            Object root = graph.resolve(marked);
            if (!ledger.isGone(root)) walk.addRoot(root, Because.asked(Rule.REM_1), null);
        }
        for (Assignment assignment : assignments.all()) addOrphan(walk, assignment);
        for (Object target : lostTargets.keys()) addLost(walk, target, lostTargets);
        return walk.walk();
    }

    private void addOrphan(RemovalWalk walk, Assignment assignment) {
        ForeignKey key = assignment.key();
        Relation parentSide = key.parentSide();
        if (!assignment.isOrphan() || parentSide == null || !parentSide.orphanRemoval()) return;
        if (isRemovable(assignment.child()))
            walk.addRoot(assignment.child(), reason(assignment.child(), assignment.because()), key);
    }

    private void addLost(RemovalWalk walk, Object target, EntityMap<Because> lostTargets) {
        Because because = Objects.requireNonNull(lostTargets.get(target));
        Relation relation = Objects.requireNonNull(because.relation());
        ForeignKey key = relation.isCollection() ? null : relation.key();
        if (isRemovable(target)) walk.addRoot(target, reason(target, because), key);
    }

    private boolean isRemovable(Object entity) {
        Presence presence = graph.presence(entity);
        return !ledger.isGone(entity) && (presence == Presence.MANAGED || presence == Presence.PENDING);
    }

    private Because reason(Object orphan, Because because) {
        boolean pending = graph.presence(orphan) == Presence.PENDING;
        return pending ? new Because(Rule.ORP_5, because.relation(), because.origin()) : because;
    }

    private static List<RelationChange> with(List<RelationChange> changes, Reach.Reached reached) {
        List<RelationChange> all = new ArrayList<>(changes);
        all.addAll(reached.changes());
        return all;
    }
}
