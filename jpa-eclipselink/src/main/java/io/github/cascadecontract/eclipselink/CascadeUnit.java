package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.engine.CascadeEngine;
import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.spi.Presence;
import io.github.cascadecontract.spi.RowCounter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The cascade of one unit of work: hears what the application asks for and what EclipseLink is about to do. */
final class CascadeUnit {
    private final Governance governance;
    private final Internals internals;
    private final Arrivals arrivals;
    private final RowCounter counter = new RowCounter();
    private final EclipseLinkView view;
    private final CascadeEngine engine;
    private final Set<Object> marked = Collections.newSetFromMap(new IdentityHashMap<>());
    private Object generation;
    private boolean executing;
    private @Nullable StepExecution flush;
    private @Nullable FlushPlan plan;

    CascadeUnit(Governance governance, Internals internals) {
        this.governance = governance;
        this.internals = internals;
        this.arrivals = new Arrivals(governance, internals);
        this.view = new EclipseLinkView(governance, internals, arrivals);
        this.engine = new CascadeEngine(governance.contract(), view, counter);
        this.generation = internals.registered();
    }

    /** EclipseLink has just registered a new entity. */
    void registered(Object entity) {
        forgetIfCleared();
        arrivals.add(entity);
        if (executing) return;
        List<Step> steps = new ArrayList<>();
        arrivals.asUnregistered(entity, () -> steps.addAll(engine.persist(entity)));
        executeAtOnce(steps);
    }

    /** The application persists an entity that EclipseLink manages already, so that it raises no event. */
    void persistAgain(Object entity) {
        executeAtOnce(engine.persist(entity));
    }

    /** EclipseLink is about to mark a managed entity for removal, or to forget a pending one. */
    void removing(Object entity) {
        if (executing) return;
        forgetIfCleared();
        engine.remove(entity);
        if (internals.isPending(entity)) arrivals.remove(entity);
        else marked.add(entity);
    }

    /** Whether the entity is neither managed nor known to have a row. */
    boolean isNew(Object entity) {
        return view.presenceOf(entity) == Presence.NEW;
    }

    /** The application removes an entity that EclipseLink does not manage. */
    void removeUnmanaged(Object entity) {
        engine.remove(entity);
    }

    /** The application merges an object; what stands for it is returned. */
    Object merge(Object given, List<MergeOption> options) {
        forgetIfCleared();
        StepExecution execution = execution();
        return atOnce(execution, () -> engine.merge(given, options, execution));
    }

    /**
     * The application refreshes an entity.
     *
     * @param query reads the entity itself, in the way that the application wants
     */
    void refresh(Object entity, Supplier<@Nullable Object> query) {
        StepExecution execution = execution();
        execution.calls().readWith(entity, query);
        atOnce(execution, () -> {
            engine.refresh(entity, execution);
            return entity;
        });
    }

    /** The application refreshes an entity. */
    void refresh(Object entity) {
        refresh(entity, () -> internals.reread(entity));
    }

    /** The application detaches an entity. */
    void detach(Object entity) {
        StepExecution execution = execution();
        atOnce(execution, () -> {
            engine.detach(entity, execution);
            return entity;
        });
        marked.removeIf(removed -> !internals.isRegistered(removed));
    }

    /** The application asks what a removal would do. */
    RemovalPlan plan(Object entity) {
        forgetIfCleared();
        noticeCancelled();
        view.startScan();
        return engine.plan(entity);
    }

    /** Whether a step is being executed, so that what EclipseLink does is not asked for by the application. */
    boolean isExecuting() {
        return executing;
    }

    /** EclipseLink has detached an entity by itself; its row may have another instance by now. */
    private void detached(Object entity) {
        arrivals.asUnregistered(entity, () -> engine.forget(entity));
        marked.remove(entity);
    }

    Object resolve(Object entity) {
        return view.resolve(entity);
    }

    boolean isMarked(Object entity) {
        return engine.isMarkedForRemoval(entity);
    }

    /** Plans the flush and does what must be done before EclipseLink looks for changes. */
    void beginFlush() {
        if (flush != null) return;
        forgetIfCleared();
        noticeCancelled();
        view.startScan();
        plan = engine.flush();
        flush = execution();
        internals.counts().ifPresent(counts -> counts.begin(counter, governance.contract()));
        execute(flush, plan.steps());
    }

    /** Where rows are counted, nothing if not all of them can be. */
    Optional<RowCounter> rowCounter() {
        return internals.isCounted() ? Optional.of(counter) : Optional.empty();
    }

    /** Before a commit; where something is left to do after EclipseLink has written, it must flush first. */
    void beginCommit() {
        beginFlush();
        boolean later = Objects.requireNonNull(flush).hasLaterWork()
                || !plan().afterwards().isEmpty();
        if (later) internals.flush();
    }

    /** The transaction is committed. */
    void committed() {
        endFlush();
        clear();
    }

    /** Whether the flush found a change of the entity; true as well where nobody has looked. */
    boolean mayDiffer(Object entity) {
        return flush == null || view.isSuspect(entity);
    }

    /** Whether nothing has been done, and no callback been called, since the flush looked for changes. */
    boolean isScanFresh() {
        return flush != null && plan().isEmpty();
    }

    /** EclipseLink knows what it will write. */
    void changesCalculated() {
        if (flush != null) flush.adjustChanges();
    }

    /** The columns that the INSERT of an entity needs in addition. */
    void completeInsert(Object entity, StepExecution.Columns columns) {
        internals.completeId(entity);
        if (flush != null) flush.completeInsert(entity, columns);
    }

    /** EclipseLink has written everything it had to write. */
    void endFlush() {
        StepExecution execution = flush;
        if (execution == null) return;
        flush = null;
        execution.finish();
        internals.counts().ifPresent(FlushCounts::end);
        arrivals.pending().forEach(governance::managed);
        engine.flushed(plan());
        arrivals.written();
        marked.clear();
        for (Step step : plan().afterwards()) step.execute(execution);
        execution.lost().forEach(engine::lost);
    }

    /** The transaction has ended or everything was detached. */
    void clear() {
        engine.clear();
        view.clear();
        arrivals.clear();
        marked.clear();
        flush = null;
        generation = internals.registered();
    }

    private FlushPlan plan() {
        return Objects.requireNonNull(plan);
    }

    private StepExecution execution() {
        return new StepExecution(governance, internals, arrivals, view, counter);
    }

    /** The flush decides anew in which order rows are inserted, and which keys wait. */
    private void executeAtOnce(List<Step> steps) {
        execute(execution(), steps.stream().map(CascadeUnit::withoutDeferring).toList());
    }

    private static Step withoutDeferring(Step step) {
        return step instanceof Step.Persist persist
                ? new Step.Persist(persist.entity(), Set.of(), persist.because())
                : step;
    }

    private void execute(StepExecution execution, List<Step> steps) {
        atOnce(execution, () -> {
            for (Step step : steps) step.execute(execution);
            return steps;
        });
    }

    private <T> T atOnce(StepExecution execution, Supplier<T> steps) {
        boolean outer = executing;
        executing = true;
        try {
            T result = steps.get();
            execution.prepared();
            return result;
        } finally {
            executing = outer;
        }
    }

    /** EclipseLink tells nobody that it was cleared, but then it has another map of registered entities. */
    private void forgetIfCleared() {
        if (generation != internals.registered()) clear();
    }

    /** EclipseLink tells nobody that a persist took a removal back, or that an entity was detached. */
    private void noticeCancelled() {
        for (Object entity : List.copyOf(marked)) {
            if (!internals.isRegistered(entity)) detached(entity);
            else if (!internals.isMarkedRemoved(entity)) {
                marked.remove(entity);
                persistAgain(entity);
            }
        }
        for (Object entity : arrivals.detached()) {
            detached(entity);
            arrivals.discard(entity);
        }
    }
}
