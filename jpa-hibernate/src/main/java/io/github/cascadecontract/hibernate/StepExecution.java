package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.plan.Timing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Executes steps: in memory at once, the rest around Hibernate's own flush. */
final class StepExecution implements StepHandler {
    private final GovernedSession governed;
    private final SessionEntities entities;
    private final ProviderOperations provider;
    private final MergedValues merged;
    private final Rereading rereading;
    private final RowChanges before;
    private final RowChanges after;
    private final List<Step.Persist> persists = new ArrayList<>();
    private final List<Object> removals = new ArrayList<>();
    private final Set<Object> going = Collections.newSetFromMap(new IdentityHashMap<>());

    StepExecution(
            GovernedSession governed, SessionEntities entities, ProviderOperations provider, Rereading rereading) {
        this.governed = governed;
        this.entities = entities;
        this.provider = provider;
        this.merged = new MergedValues(entities);
        this.rereading = rereading;
        this.before = new RowChanges(entities, going, governed.rowCounter());
        this.after = new RowChanges(entities, going, governed.rowCounter());
    }

    /** Executes a plan; Hibernate's flush sends inserts, updates and deletes in this order. */
    void flush(FlushPlan plan, Runnable providerFlush) {
        for (Step step : plan.steps()) if (step instanceof Step.Remove remove) going.add(remove.entity());
        boolean givesWay = plan.steps().stream().anyMatch(StepExecution::isEarlyRemoval);
        for (Step step : plan.steps()) if (!givesWay || !isInsertedAtOnce(step)) step.execute(this);
        if (givesWay) insertAfterRemovals(plan);
        entities.forgetUnchanged();
        before.send();
        governed.pendingRows().complete(persists);
        if (after.changesKeys() && !removals.isEmpty()) {
            // A child gets the key of a parent that is inserted now, before its old parent is deleted.
            providerFlush.run();
            after.send();
        }
        removals.forEach(entity -> provider.delete(entity, entities.session()));
        providerFlush.run();
        after.send();
        new LostReferences(entities, going).settle();
        entities.settleInverseReferences();
    }

    /** Executes what stands after the statements of a flush. */
    void afterwards(FlushPlan plan) {
        plan.afterwards().forEach(step -> step.execute(this));
        new LostReferences(entities, going).settle();
    }

    /** Hibernate inserts a row with an identity id when it is persisted; what must go first is sent before (ORP-7). */
    private void insertAfterRemovals(FlushPlan plan) {
        List<Step> inserts =
                plan.steps().stream().filter(this::isInsertedAtOnce).toList();
        if (inserts.isEmpty()) return;
        before.send();
        entities.session().getActionQueue().executeActions();
        inserts.forEach(step -> step.execute(this));
    }

    private static boolean isEarlyRemoval(Step step) {
        return step instanceof Step.Remove remove && remove.timing() == Timing.EARLY;
    }

    private boolean isInsertedAtOnce(Step step) {
        return step instanceof Step.Persist persist
                && !entities.isManaged(persist.entity())
                && entities.mapped(persist.entity()).hasIdentityId();
    }

    @Override
    public void persist(Step.Persist step) {
        if (!entities.isManaged(step.entity())) makeManaged(step.entity());
        persists.add(step);
        step.deferred().forEach(key -> defer(step.entity(), key));
    }

    private void makeManaged(Object entity) {
        HeldReferences references = new HeldReferences(entities, entity);
        references.hold();
        try {
            provider.persist(entity, entities.session());
            entities.unsettleInverseReferences(entity);
        } finally {
            references.giveBack();
        }
    }

    @Override
    public void remove(Step.Remove step) {
        Object entity = step.entity();
        if (!entities.isManaged(entity)) new DetachedObjects(entities).reattach(entity);
        if (step.timing() == Timing.EARLY) provider.deleteEarly(entity, entities.session());
        else removals.add(entity);
    }

    @Override
    public void discard(Step.Discard step) {
        governed.pendingRows().discard(step.entity());
        provider.deleteSilently(step.entity(), entities.session());
    }

    @Override
    public void setReference(Step.SetReference step) {
        Object child = entities.initialize(step.child());
        if (child == null) return;
        Relation childSide = step.key().childSide();
        if (childSide != null) entities.set(child, childSide, step.parent());
        if (entities.isUnwritten(child)) governed.pendingRows().setParent(child, step.key(), step.parent());
        else if (!isLeftToHibernate(step, child)) update(step, child);
    }

    @Override
    public void addLinks(Step.AddLinks step) {
        after.addLinks(step.relation(), step.entity(), step.targets());
    }

    @Override
    public void removeLinks(Step.RemoveLinks step) {
        before.removeLinks(step.relation(), step.entity(), step.targets());
    }

    @Override
    public void clearLinks(Step.ClearLinks step) {
        before.clearLinks(step.relation(), step.entity());
    }

    @Override
    public void forgetMissing(Step.ForgetMissing step) {
        for (Object missing : before.missing(step.entity(), step.candidates())) {
            governed.forget(missing);
            going.add(missing);
        }
    }

    @Override
    public void handleRows(Step.HandleRows step) {
        before.handleRows(step);
    }

    @Override
    public void copyValues(Step.CopyValues step) {
        step.values().forEach((attribute, value) -> merged.copy(step.entity(), attribute, value));
    }

    @Override
    public void assign(Step.Assign step) {
        merged.assign(step.entity(), step.relation(), step.members());
    }

    @Override
    public void refresh(Step.Refresh step) {
        rereading.reread(step.entity());
    }

    @Override
    public void detach(Step.Detach step) {
        governed.letGo(step.entity());
    }

    /** Hibernate writes a changed attribute of what stays managed, among its updates. */
    private boolean isLeftToHibernate(Step.SetReference step, Object child) {
        return step.timing() == Timing.NORMAL
                && entities.isManaged(child)
                && !going.contains(child)
                && entities.mapped(child).updates(step.key());
    }

    /** Of a child with an attribute for the key Hibernate finds by itself that the inserted NULL is to be updated. */
    private void defer(Object child, ForeignKey key) {
        Object parent = governed.pendingRows().parent(child, key);
        if (parent != null && !entities.mapped(child).updates(key)) after.setKey(key, parent, child);
    }

    private void update(Step.SetReference step, Object child) {
        Object parent = step.parent();
        RowChanges changes = parent != null && entities.isUnwritten(parent) ? after : before;
        changes.setKey(step.key(), parent, child);
        Relation childSide = step.key().childSide();
        if (childSide != null) entities.settle(child, childSide, parent);
    }
}
