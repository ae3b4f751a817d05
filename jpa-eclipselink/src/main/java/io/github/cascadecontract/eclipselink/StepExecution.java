package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.plan.Timing;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.Presence;
import io.github.cascadecontract.spi.RowCounter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Executes the steps of one flush: first what EclipseLink shall see when it looks for changes and what must reach the
 * database before an INSERT, then, after EclipseLink has inserted and updated, the rest.
 */
final class StepExecution implements StepHandler {
    private final CallSteps calls;
    private final Governance governance;
    private final Internals internals;
    private final Arrivals arrivals;
    private final PersistenceView view;
    private final RowChanges rows;
    private final Deletions deletions;
    private final List<Object> inserts = new ArrayList<>();
    private final Map<Object, List<Step.SetReference>> keysOfInserts = new IdentityHashMap<>();
    private final List<Runnable> afterInserts = new ArrayList<>();
    private final List<Object> lost = new ArrayList<>();

    StepExecution(
            Governance governance, Internals internals, Arrivals arrivals, PersistenceView view, RowCounter counter) {
        this.calls = new CallSteps(governance, internals, arrivals, view);
        this.governance = governance;
        this.internals = internals;
        this.arrivals = arrivals;
        this.view = view;
        this.rows = new RowChanges(governance, internals, counter);
        this.deletions = new Deletions(governance, internals, rows);
    }

    /** Takes a column of an INSERT. */
    interface Columns {
        void put(String column, Object value);
    }

    @Override
    public void persist(Step.Persist step) {
        Object entity = step.entity();
        if (!internals.isRegistered(entity)) internals.register(entity);
        inserts.add(entity);
        for (ForeignKey key : step.deferred()) defer(entity, key);
    }

    /** The row is inserted without the key and gets it when the other row is there. */
    private void defer(Object entity, ForeignKey key) {
        Relation childSide = key.childSide();
        if (childSide == null) {
            keysOfInserts
                    .getOrDefault(entity, List.of())
                    .forEach(step -> afterInserts.add(() -> rows.setKey(key, step.parent(), entity)));
            keysOfInserts.remove(entity);
            return;
        }
        MappedRelation mapping = governance.mapping(childSide);
        Object parent = internals.relations().value(mapping, entity);
        internals.relations().set(mapping, entity, null);
        afterInserts.add(() -> {
            internals.relations().set(mapping, entity, parent);
            rows.setKey(key, parent, entity);
        });
    }

    @Override
    public void remove(Step.Remove step) {
        deletions.announce(step.entity());
        if (step.timing() == Timing.EARLY) deletions.deleteNow(step.entity());
        else deletions.deleteLater(step.entity());
    }

    @Override
    public void discard(Step.Discard step) {
        internals.forget(step.entity());
        arrivals.discard(step.entity());
    }

    @Override
    public void setReference(Step.SetReference step) {
        Relation childSide = step.key().childSide();
        if (childSide == null) setColumn(step);
        else if (step.timing() == Timing.EARLY) setEarly(step, governance.mapping(childSide));
        else internals.relations().set(governance.mapping(childSide), step.child(), step.parent());
    }

    private void setColumn(Step.SetReference step) {
        if (isUnwritten(step.child()))
            keysOfInserts
                    .computeIfAbsent(step.child(), absent -> new ArrayList<>())
                    .add(step);
        else if (isUnwritten(step.parent()))
            afterInserts.add(() -> rows.setKey(step.key(), step.parent(), step.child()));
        else rows.setKey(step.key(), step.parent(), step.child());
    }

    /** The row is updated at once; the backup is told, so that EclipseLink does not update it again. */
    private void setEarly(Step.SetReference step, MappedRelation mapping) {
        Object written = isUnwritten(step.parent()) ? null : step.parent();
        rows.setKey(step.key(), written, step.child());
        internals.relations().setInBackup(mapping, step.child(), written);
        internals.relations().set(mapping, step.child(), step.parent());
    }

    private boolean isUnwritten(@Nullable Object entity) {
        if (entity == null) return false;
        Presence presence = view.presenceOf(entity);
        return presence == Presence.NEW || presence == Presence.PENDING;
    }

    @Override
    public void addLinks(Step.AddLinks step) {
        boolean waits = isUnwritten(step.entity()) || step.targets().stream().anyMatch(this::isUnwritten);
        Runnable insert = () -> rows.addLinks(step.relation(), step.entity(), step.targets());
        if (waits) afterInserts.add(insert);
        else insert.run();
    }

    @Override
    public void removeLinks(Step.RemoveLinks step) {
        rows.removeLinks(step.relation(), step.entity(), step.targets());
    }

    @Override
    public void clearLinks(Step.ClearLinks step) {
        rows.clearLinks(step.relation(), step.entity());
    }

    @Override
    public void forgetMissing(Step.ForgetMissing step) {
        boolean[] existing = rows.existing(step.entity(), step.candidates());
        for (int i = 0; i < existing.length; i++)
            if (!existing[i]) lose(step.candidates().get(i));
    }

    @Override
    public void copyValues(Step.CopyValues step) {
        calls.copyValues(step);
    }

    @Override
    public void assign(Step.Assign step) {
        calls.assign(step);
    }

    @Override
    public void refresh(Step.Refresh step) {
        calls.refresh(step);
    }

    @Override
    public void detach(Step.Detach step) {
        calls.detach(step);
    }

    @Override
    public void handleRows(Step.HandleRows step) {
        deletions.handleBefore(step);
    }

    /** How merge, refresh and detach are executed. */
    CallSteps calls() {
        return calls;
    }

    private void lose(Object entity) {
        internals.dropChanges(entity);
        internals.forget(entity);
        lost.add(entity);
    }

    /** Entities that turned out to have lost their rows. */
    List<Object> lost() {
        return lost;
    }

    /** All steps were executed; what must be sent before an INSERT is sent. */
    void prepared() {
        rows.send();
        deletions.send();
    }

    /** Whether something is left to do after EclipseLink has written. */
    boolean hasLaterWork() {
        return !afterInserts.isEmpty() || !keysOfInserts.isEmpty() || deletions.areWaiting();
    }

    /** What goes is not updated before; inserts happen in the order of the plan. */
    void adjustChanges() {
        deletions.waiting().forEach(internals::dropChanges);
        internals.orderInserts(inserts);
    }

    /** Adds the key columns of an INSERT that no attribute of the entity stands for. */
    void completeInsert(Object entity, Columns columns) {
        for (Step.SetReference step : keysOfInserts.getOrDefault(entity, List.of())) {
            Object parent = step.parent();
            if (parent == null) continue;
            if (internals.isInserted(parent)) rows.key(step.key(), parent).forEach(columns::put);
            else afterInserts.add(() -> rows.setKey(step.key(), Objects.requireNonNull(parent), entity));
        }
    }

    /** EclipseLink has inserted and updated. */
    void finish() {
        afterInserts.forEach(Runnable::run);
        rows.send();
        deletions.deleteWaiting();
    }
}
