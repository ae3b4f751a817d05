package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.engine.CascadeEngine;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.spi.Presence;
import java.util.List;
import org.hibernate.event.spi.EventSource;

/** One session under the contract: the engine's memory of it, and what waits for its next flush. */
final class GovernedSession {
    private final EventSource session;
    private final ProviderOperations provider;
    private final SessionEntities entities;
    private final CascadeEngine engine;
    private final DetachedObjects detachedObjects;
    private final RemovalMarks marks;
    private final PendingRows pendingRows;
    private boolean flushing;
    private boolean persisting;
    private boolean forgetting;

    GovernedSession(Governance governance, EventSource session) {
        this.session = session;
        this.provider = governance.provider();
        this.entities = new SessionEntities(governance, session);
        this.engine = new CascadeEngine(governance.contract(), new SessionView(entities));
        this.detachedObjects = new DetachedObjects(entities);
        this.marks = new RemovalMarks(entities);
        this.pendingRows = new PendingRows(entities);
    }

    PendingRows pendingRows() {
        return pendingRows;
    }

    boolean isFlushing() {
        return flushing;
    }

    boolean isForgetting() {
        return forgetting;
    }

    boolean isNew(Object entity) {
        return entities.presenceOf(entities.resolve(entity)) == Presence.NEW;
    }

    boolean isDetached(Object entity) {
        return detachedObjects.contains(entities.resolve(entity));
    }

    /** The application's own call. */
    void persist(Object entity) {
        giveWay(entity);
        List<Step> steps = engine.persist(entity);
        marks.restoreUnless(engine::isMarkedForRemoval);
        boolean outermost = !persisting;
        persisting = true;
        try {
            StepExecution execution = execution();
            steps.forEach(step -> step.execute(execution));
        } finally {
            persisting = !outermost;
        }
    }

    /** Hibernate has room for one object per row: one that is marked for removal gives way to the new one. */
    private void giveWay(Object entity) {
        Object other = entities.resolve(entity);
        if (other == entity || entities.isProxy(entity)) return;
        if (!marks.isMarked(other)) throw detachedObjects.refuseSecond(entity);
        session.flush();
    }

    /** Hibernate's cascade; from an entity of the contract the engine has followed it already. */
    void cascadePersist(Object entity) {
        if (!persisting && !flushing) persist(entity);
    }

    /** Marks the entity; the flush deletes it. To the application it is removed at once. */
    void remove(Object entity) {
        Object loaded = entities.initialize(entities.resolve(entity));
        if (loaded == null) return;
        engine.remove(loaded);
        marks.mark(loaded);
    }

    /** Removes an entity that is not managed, with what it has loaded (rule REM-4). */
    void removeDetached(Object entity) {
        detachedObjects.rememberLoaded(entity);
        remove(entity);
    }

    void detached(Object entity) {
        Object resolved = entities.resolve(entity);
        engine.detach(resolved);
        if (!entities.isManaged(resolved)) return;
        marks.forget(resolved);
        pendingRows.discard(resolved);
        entities.detached(resolved);
    }

    /** Whether a flush would do more than write changed columns. */
    boolean hasWork() {
        if (flushing) return false;
        if (!marks.isEmpty()) return true;
        return !engine.flush().isEmpty();
    }

    void flush(Runnable providerFlush) {
        if (flushing) {
            providerFlush.run();
            return;
        }
        marks.restore();
        FlushPlan plan = engine.flush();
        flushing = true;
        try {
            execution().flush(plan, providerFlush);
            engine.flushed(plan);
        } finally {
            flushing = false;
            pendingRows.clear();
        }
        StepExecution after = execution();
        plan.afterwards().forEach(step -> step.execute(after));
    }

    /** The row of a managed entity is gone. */
    void forget(Object entity) {
        forgetting = true;
        try {
            provider.evict(entity, session);
        } finally {
            forgetting = false;
        }
        engine.lost(entity);
    }

    /** A commit that did not flush leaves to the next transaction what waits for a flush. */
    void transactionEnded(boolean committed) {
        if (!committed || marks.isEmpty()) clear();
    }

    void clear() {
        engine.clear();
        marks.clear();
        pendingRows.clear();
        entities.clear();
    }

    private StepExecution execution() {
        return new StepExecution(this, entities, provider);
    }
}
