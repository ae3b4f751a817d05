package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.Presence;
import io.github.cascadecontract.spi.RowCounter;
import java.util.List;

/**
 * The decisions of one unit of work. An adapter makes one per session, tells it what the application asked for, and executes
 * the steps that it returns. It remembers what was marked for removal, where pending entities came from, and what earlier
 * flushes removed; everything else it reads from the {@link PersistenceView}. Not thread-safe.
 *
 * <p>Removal is decided at flush, not at the call: only then is it known which children moved (rule REM-7) or whether the
 * removal was cancelled (rule REM-6).
 */
public final class CascadeEngine {
    private final Ledger ledger = new Ledger();
    private final RowCounter counter;
    private final Graph graph;

    /**
     * Begins a unit of work whose flushes nobody reports.
     *
     * @param contract what shall happen
     * @param view how the unit of work stands
     */
    public CascadeEngine(CascadeContract contract, PersistenceView view) {
        this(contract, view, new RowCounter());
    }

    /**
     * Begins a unit of work.
     *
     * @param contract what shall happen
     * @param view how the unit of work stands
     * @param counter where the adapter counts rows; it is told which planned removals were carried out
     */
    public CascadeEngine(CascadeContract contract, PersistenceView view, RowCounter counter) {
        this.graph = new Graph(contract, view, ledger);
        this.counter = counter;
    }

    /**
     * The application persists an entity (rules PER-1, PER-4, REM-6, ORP-8). If it is marked for removal, the mark is taken
     * back.
     *
     * @return the new entities to make managed, parents first, preceded by the references that they need; to be executed at
     *     once
     */
    public List<Step> persist(Object entity) {
        Object resolved = graph.resolve(entity);
        if (ledger.isGone(resolved))
            throw Checks.removedAgain(graph.model(resolved).name());
        boolean cancelled = ledger.unmark(resolved);
        if (isCopy(entity, resolved)) throw detached(entity);
        if (graph.presence(resolved) == Presence.DETACHED && !cancelled) throw detached(resolved);
        Object root = graph.view().initialize(resolved);
        return root == null ? List.of() : new PersistWalk(graph, ledger).from(root);
    }

    /**
     * The application removes an entity: it is marked, nothing else happens before the flush. A proxy is read, so that the
     * mark is on the entity itself; if its row is gone there is nothing to do.
     */
    public void remove(Object entity) {
        Object target = graph.view().initialize(graph.resolve(entity));
        if (target != null && !ledger.isGone(target)) ledger.mark(target);
    }

    /**
     * What the next flush would remove if the entity was marked now, together with what is marked already. Marks nothing,
     * and reads no child or reference that only the removal would read; rows are counted.
     *
     * @throws StaleEntityException if the entity has no row any more
     */
    public RemovalPlan plan(Object entity) {
        Object target = graph.view().initialize(graph.resolve(entity));
        if (target == null || ledger.isGone(target)) throw gone(graph.model(entity));
        RemovalPlan plan = new RemovalPlanner(graph, ledger).plan(target);
        counter.planned(target, plan);
        return plan;
    }

    /** The outline of a removal of which nothing is in memory, for a plan without a unit of work. */
    public static RemovalOutline outline(EntityModel model, Object id) {
        RowsWalk walk = new RowsWalk(new SetBased(key -> true));
        walk.addEntity(model, id);
        RemovalOutline.Known root = new RemovalOutline.Known(model, id, Because.asked(Rule.REM_1));
        return new RemovalOutline(model, id, List.of(root), walk.walk(), List.of(), List.of(), List.of());
    }

    /** Whether the entity is marked for removal by a call of its own. */
    public boolean isMarkedForRemoval(Object entity) {
        return ledger.isMarked(graph.resolve(entity));
    }

    /**
     * The application merges a given graph (rules MER-1 to MER-9). Everything is read and checked before the first step; the
     * steps are executed at once.
     *
     * @param given a new, detached or managed entity
     * @param options what counts as given, and what may be taken from others
     * @param handler executes copies, assignments and persists
     * @return the managed entity that stands for the given one
     */
    public Object merge(Object given, List<MergeOption> options, StepHandler handler) {
        return new Merge(graph, ledger, handler).merge(given, options);
    }

    /** The application refreshes an entity (rule REF-1); the steps are executed at once. */
    public void refresh(Object entity, StepHandler handler) {
        new Refresh(graph, ledger, handler).refresh(entity);
    }

    /** The application detaches an entity (rule DET-1); the steps are executed at once. What is not managed is ignored. */
    public void detach(Object entity, StepHandler handler) {
        new Detach(graph, ledger).detach(entity, handler);
    }

    /** The provider detached an entity on its own account: marks and memories of it are dropped. */
    public void forget(Object entity) {
        ledger.forget(graph.resolve(entity));
    }

    /** Decides what the flush does. Changes nothing: if it fails, no statement that writes was sent. */
    public FlushPlan flush() {
        return new FlushPlanner(graph, ledger).plan();
    }

    /**
     * The plan was executed and all its statements were sent. Call it after {@link FlushPlan#steps} and the provider's own
     * flush, before {@link FlushPlan#afterwards}.
     */
    public void flushed(FlushPlan plan) {
        ledger.flushed(plan);
        for (Step step : plan.steps()) if (step instanceof Step.Remove remove) counter.removed(remove.entity());
    }

    /** A managed entity turned out to have lost its row ({@link Step.ForgetMissing}); it must not be used again (ORP-8). */
    public void lost(Object entity) {
        ledger.lost(entity);
    }

    /** The transaction has ended, or everything was detached: all memory is dropped. */
    public void clear() {
        ledger.clear();
        counter.forgetPlans();
    }

    /**
     * A proxy has a class of its own; a second object of the same class is a detached copy of the managed one. Where loaded
     * entities may be of a generated class themselves, the copy is known by its presence.
     */
    private boolean isCopy(Object entity, Object resolved) {
        if (entity == resolved) return false;
        return entity.getClass() == resolved.getClass() || graph.presence(entity) == Presence.DETACHED;
    }

    private static StaleEntityException gone(EntityModel model) {
        return new StaleEntityException(
                new Refusal(model.name(), Rule.REM_4, "its row is gone", "There is nothing left to remove."));
    }

    private DetachedEntityException detached(Object entity) {
        return new DetachedEntityException(new Refusal(
                graph.model(entity).name(),
                Rule.PER_4,
                "a detached entity was given to persist",
                "Merge it, or persist a new object."));
    }
}
