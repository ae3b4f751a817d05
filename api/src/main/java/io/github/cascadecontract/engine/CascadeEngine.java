package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.Presence;
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
    private final Graph graph;
    private final Ledger ledger = new Ledger();

    /**
     * Begins a unit of work.
     *
     * @param contract what shall happen
     * @param view how the unit of work stands
     */
    public CascadeEngine(CascadeContract contract, PersistenceView view) {
        this.graph = new Graph(contract, view);
    }

    /**
     * The application persists an entity (rules PER-1, PER-4, REM-6, ORP-8). If it is marked for removal, the mark is taken
     * back and nothing is returned.
     *
     * @return the new entities to make managed, parents first, preceded by the references that they need; to be executed at
     *     once
     */
    public List<Step> persist(Object entity) {
        Object resolved = graph.resolve(entity);
        if (ledger.isGone(resolved))
            throw Checks.removedAgain(graph.model(resolved).name());
        if (ledger.unmark(resolved)) return List.of();
        if (graph.presence(resolved) == Presence.DETACHED) throw detached(resolved);
        return new PersistWalk(graph, ledger).from(resolved);
    }

    /** The application removes an entity: it is marked, nothing else happens before the flush. */
    public void remove(Object entity) {
        Object resolved = graph.resolve(entity);
        if (!ledger.isGone(resolved)) ledger.mark(resolved);
    }

    /** Whether the entity is marked for removal by a call of its own. */
    public boolean isMarkedForRemoval(Object entity) {
        return ledger.isMarked(graph.resolve(entity));
    }

    /** The application detaches an entity: marks and memories of it are dropped (rule DET-1). */
    public void detach(Object entity) {
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
    }

    /** A managed entity turned out to have lost its row ({@link Step.ForgetMissing}); it must not be used again (ORP-8). */
    public void lost(Object entity) {
        ledger.lost(entity);
    }

    /** The transaction has ended, or everything was detached: all memory is dropped. */
    public void clear() {
        ledger.clear();
    }

    private DetachedEntityException detached(Object entity) {
        return new DetachedEntityException(new Refusal(
                graph.model(entity).name(),
                Rule.PER_4,
                "a detached entity was given to persist",
                "Merge it, or persist a new object."));
    }
}
