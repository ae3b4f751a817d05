package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.RowsBelow;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.plan.Timing;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Executes steps as an adapter does: memory at once, statements at the phase of the flush that their timing asks for. */
final class PlanExecution implements StepHandler {
    private final MemorySession session;
    private final Map<Phase, List<Runnable>> statements = new EnumMap<>(Phase.class);
    private final Map<Object, Map<ForeignKey, Object>> keysWithoutAttribute = new IdentityHashMap<>();
    private final Map<Object, Set<ForeignKey>> deferred = new IdentityHashMap<>();
    private final Set<Object> leaving = Collections.newSetFromMap(new IdentityHashMap<>());

    PlanExecution(MemorySession session) {
        this.session = session;
    }

    /** What persist asked for is in the plan of the flush again. */
    void begin() {
        statements.clear();
    }

    /** Sends all statements in the order of a flush. */
    void send() {
        for (Phase phase : Phase.values()) {
            statements.getOrDefault(phase, List.of()).forEach(Runnable::run);
            if (phase == Phase.UPDATE) updateChanged();
        }
        statements.clear();
        keysWithoutAttribute.clear();
        deferred.clear();
        leaving.forEach(session::forget);
        leaving.clear();
    }

    @Override
    public void persist(Step.Persist step) {
        if (session.presenceOf(step.entity()) == Presence.NEW) session.identities.addPending(step.entity());
        deferred.put(step.entity(), step.deferred());
        post(Phase.INSERT, () -> insert(step.entity()));
    }

    @Override
    public void remove(Step.Remove step) {
        leaving.add(step.entity());
        Phase phase = step.timing() == Timing.EARLY ? Phase.EARLY_REMOVE : Phase.REMOVE;
        post(phase, () -> session.database.delete(row(step.entity())));
    }

    @Override
    public void discard(Step.Discard step) {
        session.forget(step.entity());
    }

    @Override
    public void setReference(Step.SetReference step) {
        ForeignKey key = step.key();
        if (key.childSide() != null) key.childSide().attribute().set(step.child(), step.parent());
        else
            keysWithoutAttribute
                    .computeIfAbsent(step.child(), absent -> new HashMap<>())
                    .put(key, step.parent());
        if (step.timing() == Timing.EARLY) post(Phase.EARLY_UPDATE, () -> update(step.child(), key, step.parent()));
        else if (key.childSide() == null || session.presenceOf(step.child()) == Presence.DETACHED)
            post(Phase.UPDATE, () -> updateWritten(step.child(), key, step.parent()));
    }

    @Override
    public void addLinks(Step.AddLinks step) {
        post(
                Phase.LINK,
                () -> step.targets()
                        .forEach(target -> session.database.addLink(link(step.relation(), step.entity(), target))));
    }

    @Override
    public void removeLinks(Step.RemoveLinks step) {
        for (Object target : step.targets()) {
            LinkRows.Link gone = link(step.relation(), step.entity(), target);
            post(Phase.UNLINK, () -> session.database.removeLinks(session.database.links.removeIf(gone::equals)));
        }
    }

    @Override
    public void clearLinks(Step.ClearLinks step) {
        Object id = row(step.entity()).id();
        Phase phase = step.timing() == Timing.EARLY ? Phase.EARLY_CLEAR : Phase.CLEAR;
        post(
                phase,
                () -> session.database.removeLinks(
                        session.database.links.removeIf(link -> link.touches(step.relation(), id))));
    }

    @Override
    public void forgetMissing(Step.ForgetMissing step) {
        session.selects.add("select ids of " + step.entity());
        for (Object candidate : step.candidates()) {
            RowKey row = row(candidate);
            if (session.database.rows.exists(row.model(), row.id())) continue;
            session.forget(candidate);
            session.engine.lost(candidate);
        }
    }

    @Override
    public void copyValues(Step.CopyValues step) {
        step.values().forEach((attribute, value) -> attribute.set(step.entity(), value));
    }

    @Override
    public void assign(Step.Assign step) {
        Relation relation = step.relation();
        Object value = relation.attribute().get(step.entity());
        if (value instanceof Collection<?>) replace(membersOf(value), step.members());
        else if (relation.isCollection()) relation.attribute().set(step.entity(), new ArrayList<>(step.members()));
        else
            relation.attribute()
                    .set(
                            step.entity(),
                            step.members().isEmpty() ? null : step.members().get(0));
    }

    @SuppressWarnings("unchecked")
    private static Collection<Object> membersOf(Object value) {
        return (Collection<Object>) value;
    }

    private static void replace(Collection<Object> members, List<Object> wanted) {
        members.clear();
        members.addAll(wanted);
    }

    @Override
    public void refresh(Step.Refresh step) {
        session.reread(step.entity());
    }

    @Override
    public void detach(Step.Detach step) {
        session.forget(step.entity());
    }

    @Override
    public void handleRows(Step.HandleRows step) {
        post(Phase.CLEAR, () -> handle(step));
    }

    private void handle(Step.HandleRows step) {
        for (RowKey row : session.rowsBelow(step.parent(), step.rows())) {
            Relation links = step.rows().links();
            if (links != null)
                session.database.removeLinks(session.database.links.removeIf(link -> link.touches(links, row.id())));
            else if (step.operation() == RowsBelow.Operation.DELETE) session.database.delete(row);
            else
                session.database.update(
                        row, Collections.singletonMap(step.rows().last().key(), null));
        }
    }

    private void insert(Object entity) {
        RowKey unsaved = row(entity);
        if (unsaved.id() == null) unsaved.model().mapping().id().attribute().set(entity, session.database.nextId());
        Map<ForeignKey, Object> keys = new HashMap<>();
        RowKey row = row(entity);
        session.database.foreignKeysOf(row.model()).forEach(key -> keys.put(key, parentId(entity, key)));
        Set<ForeignKey> later = deferred.getOrDefault(entity, Set.of());
        later.forEach(key -> keys.put(key, null));
        session.database.insert(row, keys);
        for (ForeignKey key : later) post(Phase.UPDATE, () -> update(entity, key, parent(entity, key)));
    }

    private void updateChanged() {
        for (Object entity : session.identities.managed()) {
            RowKey row = row(entity);
            if (leaving.contains(entity)) continue;
            Map<ForeignKey, Object> changed = new HashMap<>();
            session.database
                    .foreignKeysOf(row.model())
                    .filter(key -> isChanged(entity, row, key))
                    .forEach(key -> changed.put(key, parentId(entity, key)));
            if (!changed.isEmpty()) session.database.update(row, changed);
        }
    }

    /** Unless an early statement has written it already. */
    private boolean isChanged(Object entity, RowKey row, ForeignKey key) {
        boolean dirty = key.childSide() != null && session.mayHaveChanged(entity, key.childSide());
        return dirty && !Objects.equals(parentId(entity, key), session.database.rows.key(row, key));
    }

    /** The insert of the same flush has written the key already. */
    private void updateWritten(Object child, ForeignKey key, Object parent) {
        if (session.presenceOf(child) != Presence.PENDING) update(child, key, parent);
    }

    private void update(Object child, ForeignKey key, Object parent) {
        session.database.update(
                row(child),
                Collections.singletonMap(
                        key, parent == null ? null : row(parent).id()));
    }

    private Object parentId(Object child, ForeignKey key) {
        Object parent = parent(child, key);
        if (parent == null) return null;
        Presence presence = session.presenceOf(parent);
        if (presence == Presence.NEW)
            throw new IllegalStateException(row(child) + " refers to a " + presence + " parent over " + key);
        return row(parent).id();
    }

    private Object parent(Object child, ForeignKey key) {
        Relation childSide = key.childSide();
        if (childSide != null) return childSide.attribute().get(child);
        return keysWithoutAttribute.getOrDefault(child, Map.of()).get(key);
    }

    private LinkRows.Link link(Relation relation, Object entity, Object target) {
        return LinkRows.link(relation, row(entity).id(), row(target).id());
    }

    private RowKey row(Object entity) {
        return session.identities.rowOf(entity);
    }

    private void post(Phase phase, Runnable statement) {
        statements.computeIfAbsent(phase, absent -> new ArrayList<>()).add(statement);
    }

    private enum Phase {
        EARLY_UPDATE,
        EARLY_CLEAR,
        EARLY_REMOVE,
        INSERT,
        UPDATE,
        UNLINK,
        LINK,
        CLEAR,
        REMOVE
    }
}
