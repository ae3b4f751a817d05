package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.plan.Timing;
import jakarta.persistence.PreRemove;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the steps of one plan by kind. What they change in memory is done at once; the statements are sent afterwards,
 * set-wise, in the order that {@link Timing} asks for.
 */
final class FlushWork implements StepHandler {
    private final PersistenceContext context;
    private final List<Step.Persist> inserts = new ArrayList<>();
    private final List<Step.SetReference> earlyReferences = new ArrayList<>();
    private final List<Object> earlyRemovals = new ArrayList<>();
    private final List<Object> removals = new ArrayList<>();
    private final List<Step.ClearLinks> earlyClearings = new ArrayList<>();
    private final List<Step.ClearLinks> clearings = new ArrayList<>();
    private final List<Step.AddLinks> links = new ArrayList<>();
    private final List<Step.RemoveLinks> unlinks = new ArrayList<>();
    private final List<Step.HandleRows> setBased = new ArrayList<>();
    private final List<Step.ForgetMissing> doubtful = new ArrayList<>();
    private final Map<Object, Map<ForeignKey, @Nullable Object>> hiddenParents = new IdentityHashMap<>();
    private final Set<Object> going = Collections.newSetFromMap(new IdentityHashMap<>());

    FlushWork(PersistenceContext context) {
        this.context = context;
    }

    /** Gathers steps. */
    static FlushWork of(List<Step> steps, PersistenceContext context) {
        FlushWork work = new FlushWork(context);
        steps.forEach(step -> step.execute(work));
        return work;
    }

    @Override
    public void persist(Step.Persist step) {
        context.addPending(step.entity());
        inserts.add(step);
    }

    @Override
    public void remove(Step.Remove step) {
        if (going.add(step.entity())) context.call(PreRemove.class, step.entity());
        (step.timing() == Timing.EARLY ? earlyRemovals : removals).add(step.entity());
    }

    @Override
    public void discard(Step.Discard step) {
        context.identities().discard(step.entity());
    }

    @Override
    public void setReference(Step.SetReference step) {
        context.initialize(step.child());
        Relation childSide = step.key().childSide();
        if (childSide != null) childSide.attribute().set(step.child(), step.parent());
        if (step.timing() == Timing.EARLY) earlyReferences.add(step);
        else if (childSide == null)
            hiddenParents
                    .computeIfAbsent(step.child(), absent -> new HashMap<>())
                    .put(step.key(), step.parent());
    }

    @Override
    public void addLinks(Step.AddLinks step) {
        links.add(step);
    }

    @Override
    public void removeLinks(Step.RemoveLinks step) {
        unlinks.add(step);
    }

    @Override
    public void clearLinks(Step.ClearLinks step) {
        (step.timing() == Timing.EARLY ? earlyClearings : clearings).add(step);
    }

    @Override
    public void forgetMissing(Step.ForgetMissing step) {
        doubtful.add(step);
    }

    @Override
    public void copyValues(Step.CopyValues step) {
        context.initialize(step.entity());
        step.values().forEach((attribute, value) -> attribute.set(step.entity(), ColumnType.copy(value)));
    }

    @Override
    public void assign(Step.Assign step) {
        context.initialize(step.entity());
        new AssignedMembers(step.relation(), step.members()).assignTo(step.entity());
    }

    @Override
    public void refresh(Step.Refresh step) {
        context.refresh(step.entity());
    }

    @Override
    public void detach(Step.Detach step) {
        context.identities().release(step.entity());
    }

    @Override
    public void handleRows(Step.HandleRows step) {
        setBased.add(step);
    }

    List<Step.Persist> inserts() {
        return inserts;
    }

    List<Step.SetReference> earlyReferences() {
        return earlyReferences;
    }

    List<Object> earlyRemovals() {
        return earlyRemovals;
    }

    List<Object> removals() {
        return removals;
    }

    List<Step.ClearLinks> earlyClearings() {
        return earlyClearings;
    }

    List<Step.ClearLinks> clearings() {
        return clearings;
    }

    List<Step.AddLinks> links() {
        return links;
    }

    List<Step.RemoveLinks> unlinks() {
        return unlinks;
    }

    List<Step.HandleRows> setBased() {
        return setBased;
    }

    List<Step.ForgetMissing> doubtful() {
        return doubtful;
    }

    /** Keys without an attribute that get a parent or NULL, by child. */
    Map<Object, Map<ForeignKey, @Nullable Object>> hiddenParents() {
        return hiddenParents;
    }

    /** An INSERT wrote the keys of a child but the deferred ones. */
    void inserted(Object child, Set<ForeignKey> deferred) {
        Map<ForeignKey, @Nullable Object> parents = hiddenParents.get(child);
        if (parents == null) return;
        parents.keySet().retainAll(deferred);
        if (parents.isEmpty()) hiddenParents.remove(child);
    }

    /** Whether the flush deletes the entity's row; nothing else of it is written. */
    boolean isGoing(Object entity) {
        return going.contains(entity);
    }
}
