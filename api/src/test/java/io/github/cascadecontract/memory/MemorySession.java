package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.engine.CascadeEngine;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.plan.RowsBelow;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.Presence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** One unit of work over rows in memory: what the engine may ask of it, and what an application may do. */
final class MemorySession implements PersistenceView {
    /** SELECTs on the unit of work's own account. */
    final List<String> selects = new ArrayList<>();

    final MemoryDatabase database;
    final IdentityMap identities;
    final Snapshots snapshots = new Snapshots();
    final CascadeEngine engine;
    private final PlanExecution execution;

    MemorySession(CascadeContract contract, MemoryDatabase database) {
        this.database = database;
        this.identities = new IdentityMap(contract, database);
        this.engine = new CascadeEngine(contract, this);
        this.execution = new PlanExecution(this);
    }

    Object findForCaller(EntityModel model, Object id) {
        RowKey row = new RowKey(model, id);
        Object entity = identities.managed(row);
        if (entity == null && database.rows.exists(model, id)) entity = hydrate(row);
        return entity == null || engine.isMarkedForRemoval(entity) ? null : entity;
    }

    List<Step> persist(Object entity) {
        List<Step> steps = engine.persist(entity);
        steps.forEach(step -> step.execute(execution));
        return steps;
    }

    Object merge(Object given, MergeOption... options) {
        return engine.merge(given, List.of(options), execution);
    }

    void refresh(Object entity) {
        engine.refresh(entity, execution);
    }

    void detach(Object entity) {
        engine.detach(entity, execution);
    }

    void clear() {
        for (Object entity : identities.managed()) forget(entity);
        for (Object entity : List.copyOf(identities.pending())) forget(entity);
        engine.clear();
    }

    boolean contains(Object entity) {
        Presence presence = presenceOf(entity);
        boolean known = presence == Presence.MANAGED || presence == Presence.PENDING;
        return known && !engine.isMarkedForRemoval(entity);
    }

    FlushPlan flush() {
        FlushPlan plan = engine.flush();
        execution.begin();
        plan.steps().forEach(step -> step.execute(execution));
        execution.send();
        identities.settlePending();
        for (Object entity : identities.managed()) takeSnapshots(entity);
        engine.flushed(plan);
        plan.afterwards().forEach(step -> step.execute(execution));
        return plan;
    }

    void forget(Object entity) {
        identities.removeManaged(entity);
        identities.removePending(entity);
        snapshots.forget(entity);
    }

    /** Reads what the application asks for. */
    void loadForCaller(Object entity, Relation relation) {
        int before = selects.size();
        load(entity, relation);
        while (selects.size() > before) selects.remove(before);
    }

    @Override
    public Object resolve(Object entity) {
        return identities.resolve(entity);
    }

    @Override
    public Presence presenceOf(Object entity) {
        return identities.presence(entity);
    }

    @Override
    public Iterable<?> managed() {
        return identities.managed();
    }

    @Override
    public Collection<?> pending() {
        return identities.pending();
    }

    @Override
    public boolean mayHaveChanged(Object entity, Relation relation) {
        return snapshots.mayHaveChanged(entity, relation);
    }

    @Override
    public boolean isLoaded(Object entity, Relation relation) {
        Object value = valueOf(entity, relation);
        if (value instanceof LazyList list) return list.isLoaded();
        if (value != null) return !isUnread(value);
        return relation.isCollection() || !identities.isManaged(entity) || !isUnreadInverse(entity, relation);
    }

    @Override
    public Collection<?> members(Object entity, Relation relation) {
        Object value = valueOf(entity, relation);
        if (value instanceof LazyList list) return list.content();
        return Snapshots.membersOf(value);
    }

    @Override
    public Collection<?> load(Object entity, Relation relation) {
        Object value = valueOf(entity, relation);
        if (value instanceof LazyList list) loadList(list, entity, relation);
        else if (value == null && !isLoaded(entity, relation)) loadInverse(entity, relation);
        else if (value != null && isUnread(value)) return List.of(initialize(value));
        return members(entity, relation);
    }

    @Override
    public Collection<?> before(Object entity, Relation relation) {
        Snapshots.Snapshot snapshot = snapshots.of(entity, relation);
        if (snapshot.value() instanceof LazyList list) {
            if (relation.attribute().get(entity) != list) loadList(list, entity, relation);
            return list.snapshot();
        }
        return snapshot.members() == null ? readTargets(entity, relation) : snapshot.members();
    }

    @Override
    public Object initialize(Object reference) {
        RowKey row = identities.proxied(reference);
        if (row == null) return reference;
        if (identities.managed(row) != null) return identities.managed(row);
        selects.add("select " + row.model());
        return database.rows.exists(row.model(), row.id()) ? hydrate(row) : null;
    }

    private boolean isUnread(Object reference) {
        RowKey row = identities.proxied(reference);
        return row != null && identities.managed(row) == null;
    }

    private boolean isUnreadInverse(Object entity, Relation relation) {
        return snapshots.of(entity, relation).members() == null;
    }

    private Object valueOf(Object entity, Relation relation) {
        if (isUnread(entity)) throw new AssertionError("reads " + relation + " of a proxy that is not loaded");
        return relation.attribute().get(entity);
    }

    private void loadList(LazyList list, Object entity, Relation relation) {
        if (list.isLoaded()) return;
        selects.add("select " + relation);
        list.load();
    }

    private void loadInverse(Object entity, Relation relation) {
        List<Object> found = readTargets(entity, relation);
        relation.attribute().set(entity, found.isEmpty() ? null : found.get(0));
        snapshots.take(entity, relation);
    }

    private List<Object> readTargets(Object entity, Relation relation) {
        selects.add("select " + relation);
        return rowsOf(identities.rowOf(entity), relation);
    }

    private List<Object> rowsOf(RowKey row, Relation relation) {
        List<Object> ids = relation.keySide() == KeySide.LINK_TABLE
                ? database.links.targets(relation, row.id())
                : database.rows.children(relation.key(), row.id());
        List<Object> found = new ArrayList<>();
        for (Object id : ids) found.add(entityOf(new RowKey(relation.target(), id)));
        return found;
    }

    private Object entityOf(RowKey row) {
        Object entity = identities.managed(row);
        return entity == null ? hydrate(row) : entity;
    }

    private Object hydrate(RowKey key) {
        RowKey row = database.rows.stored(key);
        Object entity = Instances.make(row);
        identities.addManaged(entity);
        for (Relation relation : row.model().relations()) hydrate(entity, row, relation);
        return entity;
    }

    private void hydrate(Object entity, RowKey row, Relation relation) {
        if (relation.isCollection()) relation.attribute().set(entity, list(row, relation));
        else if (relation.keySide() == KeySide.SOURCE) relation.attribute().set(entity, referred(row, relation));
        if (relation.isCollection() || relation.keySide() == KeySide.SOURCE) snapshots.take(entity, relation);
        else snapshots.takeUnloaded(entity, relation);
    }

    /** Children are queued without reading, links are compared with what is there. */
    private LazyList list(RowKey row, Relation relation) {
        boolean queues = relation.keySide() != KeySide.LINK_TABLE;
        return new LazyList(() -> rowsOf(row, relation), queues);
    }

    private Object referred(RowKey row, Relation relation) {
        Object id = database.rows.key(row, relation.key());
        if (id == null) return null;
        RowKey target = new RowKey(relation.target(), id);
        Object known = identities.managed(target);
        if (known != null) return known;
        Object proxy = identities.proxy(target);
        return proxy == null ? hydrate(target) : proxy;
    }

    private void takeSnapshots(Object entity) {
        for (Relation relation : identities.rowOf(entity).model().relations()) {
            boolean unread = snapshots.has(entity, relation)
                    && isUnreadInverse(entity, relation)
                    && relation.attribute().get(entity) == null;
            if (!unread) snapshots.take(entity, relation);
        }
    }

    @Override
    public Object find(EntityModel model, Object id) {
        RowKey row = new RowKey(model, id);
        for (Object pending : identities.pending())
            if (identities.rowOf(pending).equals(row)) return pending;
        Object entity = identities.managed(row);
        if (entity != null) return entity;
        selects.add("select " + model);
        return database.rows.exists(model, id) ? hydrate(row) : null;
    }

    @Override
    public Object idOf(Object entity) {
        RowKey row = identities.proxied(entity);
        Object id = row == null ? identities.rowOf(entity).id() : row.id();
        return id instanceof Number number && number.longValue() == 0 ? null : id;
    }

    @Override
    public Object parentIdInRow(ForeignKey key, Object child) {
        selects.add("select key of " + key.child());
        return database.rows.key(identities.rowOf(child), key);
    }

    @Override
    public Object childIdInRow(ForeignKey key, Object parent) {
        selects.add("select id of " + key.child());
        List<Object> children = database.rows.children(key, idOf(parent));
        return children.isEmpty() ? null : children.get(0);
    }

    @Override
    public CountedRemoval count(RemovalOutline outline) {
        selects.add("count rows");
        return new MemoryCount(database, outline).count();
    }

    List<RowKey> rowsBelow(Object parent, RowsBelow rows) {
        List<RowKey> level = List.of(identities.rowOf(parent));
        for (RowsBelow.Level next : rows.levels()) {
            List<RowKey> below = new ArrayList<>();
            for (RowKey row : level)
                for (Object id : database.rows.children(next.key(), row.id()))
                    below.add(new RowKey(next.key().child(), id));
            next.except().forEach(moved -> below.remove(identities.rowOf(moved)));
            level = below;
        }
        return level;
    }

    /** Reads the entity's row and what it has loaded again. */
    void reread(Object entity) {
        RowKey row = identities.rowOf(entity);
        if (!database.rows.exists(row.model(), row.id()))
            throw new StaleEntityException(
                    new Refusal(row.model().name(), Rule.REF_1, "its row is gone", "Begin a new unit of work."));
        for (Relation relation : row.model().relations()) {
            boolean loaded = isLoaded(entity, relation);
            hydrate(entity, row, relation);
            if (loaded && relation.keySide() != KeySide.SOURCE) loadForCaller(entity, relation);
        }
    }
}
