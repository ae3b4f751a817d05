package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.engine.CascadeEngine;
import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.spi.Presence;
import io.github.cascadecontract.spi.RowCounter;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.LockOptions;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** One session under the contract: the engine's memory of it, and what waits for its next flush. */
final class GovernedSession {
    private final Governance governance;
    private final EventSource session;
    private final ProviderOperations provider;
    private final MissedDeletes missed;
    private final RowCounter counter = new RowCounter();
    private final SessionEntities entities;
    private final CascadeEngine engine;
    private final DetachedObjects detachedObjects;
    private final RemovalMarks marks;
    private final PendingRows pendingRows;
    private boolean flushing;
    private boolean calling;
    private @Nullable FlushPlan planned;

    GovernedSession(Governance governance, EventSource session) {
        this.governance = governance;
        this.session = session;
        this.provider = governance.provider();
        this.missed = governance.missed();
        this.entities = new SessionEntities(governance, session);
        this.engine = new CascadeEngine(governance.contract(), new SessionView(entities), counter);
        this.detachedObjects = new DetachedObjects(entities);
        this.marks = new RemovalMarks(entities);
        this.pendingRows = new PendingRows(entities);
    }

    PendingRows pendingRows() {
        return pendingRows;
    }

    RowCounter rowCounter() {
        return counter;
    }

    /** The name of an entity of the contract, null of another one. */
    @Nullable
    String entityName(EntityPersister persister) {
        MappedEntity mapped = governance.entity(persister);
        return mapped == null ? null : mapped.model().name();
    }

    /** Whether Hibernate's own statements are counted. */
    boolean isCounted() {
        return new CountedServices(session.getFactory().getServiceRegistry()).count();
    }

    boolean isFlushing() {
        return flushing;
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
        StepExecution execution = execution();
        called(() -> steps.forEach(step -> step.execute(execution)));
    }

    Object merge(Object given, List<MergeOption> options) {
        AtomicReference<Object> merged = new AtomicReference<>(given);
        called(() -> merged.set(engine.merge(given, options, execution())));
        return merged.get();
    }

    /** Only the given entity is locked, not what REFRESH reaches. */
    void refresh(Object entity, LockOptions lock) {
        Object root = entities.resolve(entity);
        called(() ->
                engine.refresh(root, execution(Rereading.locking(entities, provider, new Rereading.Lock(root, lock)))));
    }

    void detach(Object entity) {
        engine.detach(entities.resolve(entity), execution());
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
        if (!calling && !flushing) persist(entity);
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

    /** The entity alone is no longer managed. */
    void letGo(Object entity) {
        marks.forget(entity);
        pendingRows.discard(entity);
        if (!entities.isProxy(entity)) entities.detached(entity);
        provider.evict(entity, session);
    }

    RemovalPlan plan(Object entity) {
        return marks.restoredFor(() -> engine.plan(entity));
    }

    /** Flushes if that would do more than write changed columns; true if it did. */
    boolean flushBeforeQuery() {
        if (flushing) return false;
        FlushPlan plan = marks.isEmpty() ? engine.flush() : null;
        if (plan != null && plan.isEmpty()) return false;
        planned = plan;
        try {
            session.flush();
        } finally {
            planned = null;
        }
        return true;
    }

    void flush(Runnable providerFlush) {
        if (flushing) {
            providerFlush.run();
            return;
        }
        marks.restore();
        FlushPlan plan = planned == null ? engine.flush() : planned;
        flushing = true;
        try {
            VersionedRemovals removals = new VersionedRemovals(entities, missed);
            for (Step step : plan.steps()) if (step instanceof Step.Remove remove) removals.add(remove.entity());
            execution().flush(plan, providerFlush);
            removals.refuseChanged();
            engine.flushed(plan);
        } finally {
            flushing = false;
            pendingRows.clear();
        }
        execution().afterwards(plan);
    }

    /** The row of a managed entity is gone. */
    void forget(Object entity) {
        provider.evict(entity, session);
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
        return execution(Rereading.unlocked(entities, provider));
    }

    private StepExecution execution(Rereading rereading) {
        return new StepExecution(this, entities, provider, rereading);
    }

    /** What Hibernate cascades meanwhile the engine has followed already. */
    private void called(Runnable call) {
        boolean outermost = !calling;
        calling = true;
        try {
            call.run();
        } finally {
            calling = !outermost;
        }
    }
}
