package io.github.cascadecontract.conformance.kit.jdbc;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.plan.Timing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Does what the engine decided: in memory at once, statements in the order that {@link Timing} asks for. */
final class JdbcSteps implements StepHandler {
    private final CascadeContract contract;
    private final Identities identities;
    private final Reader reader;
    private final Writer writer;
    private final KeyRows keyRows;
    private final Consumer<Object> lost;
    private final Map<Phase, List<Runnable>> statements = new EnumMap<>(Phase.class);
    private final Map<Object, Map<ForeignKey, Object>> hidden = new IdentityHashMap<>();
    private final Map<Object, Boolean> leaving = new IdentityHashMap<>();

    private enum Phase {
        EARLY_UPDATES,
        EARLY_LINKS,
        EARLY_REMOVALS,
        INSERTS,
        UPDATES,
        UNLINKS,
        LINKS,
        REMOVALS
    }

    JdbcSteps(
            CascadeContract contract,
            Identities identities,
            Reader reader,
            Writer writer,
            KeyRows keyRows,
            Consumer<Object> lost) {
        this.contract = contract;
        this.identities = identities;
        this.reader = reader;
        this.writer = writer;
        this.keyRows = keyRows;
        this.lost = lost;
    }

    /** Forgets what was gathered: persist and merge have changed memory, their statements come with the next flush. */
    void begin() {
        statements.clear();
        hidden.clear();
        leaving.clear();
    }

    /** Sends what was gathered, and the changes of all managed entities at their place. */
    void send() {
        for (Phase phase : Phase.values()) {
            statements.getOrDefault(phase, List.of()).forEach(Runnable::run);
            if (phase == Phase.UPDATES) {
                identities.withRows().forEach(this::update);
            }
        }
        leaving.keySet().forEach(identities::release);
        identities.withRows().forEach(Entry::inStep);
        begin();
    }

    private void update(Entry entry) {
        if (!leaving.containsKey(entry.entity)) {
            writer.update(entry, hiddenOf(entry.entity));
        }
    }

    @Override
    public void persist(Step.Persist step) {
        Entry known = identities.managed(step.entity());
        Entry entry =
                known == null ? new Entry(step.entity(), model(step.entity()), Entry.Phase.PENDING, reader) : known;
        if (known == null) {
            identities.addPending(entry);
        }
        at(Phase.INSERTS, () -> insert(entry, step.deferred()));
    }

    private void insert(Entry entry, Set<ForeignKey> deferred) {
        Map<ForeignKey, Object> now = new HashMap<>(hiddenOf(entry.entity));
        now.keySet().removeAll(deferred);
        writer.insert(entry, now, deferred);
        hiddenOf(entry.entity).keySet().retainAll(deferred);
        entry.phase = Entry.Phase.LOADED;
        identities.addRow(entry);
    }

    @Override
    public void remove(Step.Remove step) {
        leaving.put(step.entity(), true);
        Phase phase = step.timing() == Timing.EARLY ? Phase.EARLY_REMOVALS : Phase.REMOVALS;
        at(phase, () -> keyRows.delete(model(step.entity()), id(step.entity())));
    }

    @Override
    public void discard(Step.Discard step) {
        identities.discard(step.entity());
    }

    @Override
    public void setReference(Step.SetReference step) {
        if (step.key().childSide() != null) {
            reader.initialize(step.child());
            step.key().childSide().attribute().set(step.child(), step.parent());
        }
        if (step.timing() == Timing.EARLY) {
            at(Phase.EARLY_UPDATES, () -> setKey(step));
        } else if (step.key().childSide() == null) {
            hiddenOf(step.child()).put(step.key(), step.parent());
        } else {
            at(Phase.UPDATES, () -> setKeyOfLeaving(step));
        }
    }

    /** The row has its key then; the update of the entity does not send it again. */
    private void setKey(Step.SetReference step) {
        writer.setKey(step.child(), step.key(), step.parent());
        Entry entry = identities.managed(step.child());
        if (entry != null) {
            entry.row.put(Writer.column(step.key()), step.parent() == null ? null : id(step.parent()));
        }
    }

    /** What is removed is not updated otherwise. */
    private void setKeyOfLeaving(Step.SetReference step) {
        if (leaving.containsKey(step.child())) {
            writer.setKey(step.child(), step.key(), step.parent());
        }
    }

    @Override
    public void addLinks(Step.AddLinks step) {
        at(Phase.LINKS, () -> keyRows.addLinks(step.relation(), id(step.entity()), ids(step.targets())));
    }

    @Override
    public void removeLinks(Step.RemoveLinks step) {
        at(Phase.UNLINKS, () -> keyRows.removeLinks(step.relation(), id(step.entity()), ids(step.targets())));
    }

    @Override
    public void clearLinks(Step.ClearLinks step) {
        Phase phase = step.timing() == Timing.EARLY ? Phase.EARLY_LINKS : Phase.UNLINKS;
        at(phase, () -> keyRows.clearLinks(step.relation(), id(step.entity())));
    }

    @Override
    public void handleRows(Step.HandleRows step) {
        at(Phase.REMOVALS, () -> keyRows.handle(step.rows(), step.operation(), id(step.parent()), this::id));
    }

    @Override
    public void forgetMissing(Step.ForgetMissing step) {
        Set<Object> existing = keyRows.existing(step.entity(), ids(step.candidates()));
        for (Object candidate : step.candidates()) {
            if (!existing.contains(id(candidate))) {
                lost.accept(candidate);
                identities.release(candidate);
            }
        }
    }

    @Override
    public void copyValues(Step.CopyValues step) {
        reader.initialize(step.entity());
        step.values().forEach((attribute, value) -> attribute.set(step.entity(), value));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void assign(Step.Assign step) {
        reader.initialize(step.entity());
        if (!step.relation().isCollection()) {
            step.relation()
                    .attribute()
                    .set(
                            step.entity(),
                            step.members().isEmpty() ? null : step.members().get(0));
            return;
        }
        List<Object> members = (List<Object>) step.relation().attribute().get(step.entity());
        if (members == null) {
            step.relation().attribute().set(step.entity(), new ArrayList<>(step.members()));
        } else {
            members.clear();
            members.addAll(step.members());
        }
    }

    @Override
    public void refresh(Step.Refresh step) {
        reader.refresh(identities.managed(reader.initialize(step.entity())));
    }

    @Override
    public void detach(Step.Detach step) {
        identities.release(step.entity());
    }

    private Map<ForeignKey, Object> hiddenOf(Object child) {
        return hidden.computeIfAbsent(child, absent -> new HashMap<>());
    }

    private void at(Phase phase, Runnable statement) {
        statements.computeIfAbsent(phase, absent -> new ArrayList<>()).add(statement);
    }

    private List<Object> ids(Collection<?> entities) {
        return entities.stream().map(this::id).toList();
    }

    private Object id(Object entity) {
        return Entry.idOf(entity, model(entity));
    }

    private EntityModel model(Object entity) {
        return contract.entity(entity.getClass());
    }
}
