package io.github.cascadecontract.memory;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.removal.RemovalPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plays what an application does in one or more units of work, and tells what was planned, sent and kept. */
public final class Story {
    private final CascadeContract contract;
    private final MemoryDatabase database;
    private MemorySession session;

    private Story(CascadeContract contract) {
        this.contract = contract;
        this.database = new MemoryDatabase(contract);
        this.session = new MemorySession(contract, database);
    }

    public static Story of(CascadeContract contract) {
        return new Story(contract);
    }

    public static Story of(ContractBuilder contract) {
        return new Story(contract.build());
    }

    /** Has a row, with keys given as pairs of column and id. */
    public Story row(Class<?> type, Object id, Object... keys) {
        RowKey row = new RowKey(contract.entity(type), id);
        if (!database.rows.exists(row.model(), id)) database.rows.add(row);
        for (int i = 0; i < keys.length; i += 2) {
            Object column = keys[i];
            Object parent = keys[i + 1];
            database.foreignKeysOf(row.model())
                    .filter(key -> key.columns().get(0).equals(column))
                    .findFirst()
                    .ifPresent(key -> database.rows.setKey(row, key, parent));
        }
        return this;
    }

    /** Has a link row. */
    public Story link(Class<?> type, String attribute, Object id, Object otherId) {
        database.links.add(LinkRows.link(relation(type, attribute), id, otherId));
        return this;
    }

    /** The schema says NOT NULL, such as {@code Post[user_id]}. */
    public Story notNull(String key) {
        database.constraints.notNull(key);
        return this;
    }

    /** The schema has no unique key there. */
    public Story notUnique(String key) {
        database.constraints.notUnique(key);
        return this;
    }

    /** The schema has another action than the mapping says. */
    public Story onDelete(String key, ReferentialAction action) {
        database.constraints.onDelete(key, action);
        return this;
    }

    public <T> T find(Class<T> type, Object id) {
        return type.cast(session.findForCaller(contract.entity(type), id));
    }

    /** The caller reads a relation. */
    public void load(Object entity, String attribute) {
        session.loadForCaller(entity, relation(entity.getClass(), attribute));
    }

    /** A fetch join with a condition: the collection holds part of the rows. */
    public void loadOnly(Object entity, String attribute, Object... members) {
        LazyList list =
                (LazyList) relation(entity.getClass(), attribute).attribute().get(entity);
        list.loadOnly(List.of(members));
    }

    public boolean isLoaded(Object entity, String attribute) {
        return session.isLoaded(entity, relation(entity.getClass(), attribute));
    }

    public List<String> persist(Object entity) {
        return text(session.persist(entity));
    }

    public void remove(Object entity) {
        session.engine.remove(entity);
    }

    public <T> T merge(T given, MergeOption... options) {
        @SuppressWarnings("unchecked")
        T merged = (T) session.merge(given, options);
        return merged;
    }

    public void refresh(Object entity) {
        session.refresh(entity);
    }

    public void detach(Object entity) {
        session.detach(entity);
    }

    public boolean contains(Object entity) {
        return session.contains(entity);
    }

    /** Flushes and tells the plan. */
    public List<String> flush() {
        return text(session.flush());
    }

    /** Only tells what the next flush would remove. */
    public RemovalPlan removalPlan(Object entity) {
        return session.engine.plan(entity);
    }

    /** Only plans. */
    public List<String> plan() {
        return text(session.engine.flush());
    }

    /** Only plans; for plans that are too large for text. */
    public FlushPlan bigPlan() {
        return session.engine.flush();
    }

    /** All entities are detached with what they have loaded; a new unit of work begins. */
    public void newSession() {
        session = new MemorySession(contract, database);
    }

    /** Someone else deletes a row behind the back of the unit of work. */
    public void vanish(Class<?> type, Object id) {
        database.rows.remove(new RowKey(contract.entity(type), id));
    }

    /** SELECTs on the unit of work's own account. */
    public List<String> selects() {
        return session.selects;
    }

    /** What the client sent. */
    public List<String> sent() {
        return database.sent;
    }

    /** What the database did by itself. */
    public List<String> byDatabase() {
        return database.byDatabase;
    }

    /** All rows with their keys, and link rows. */
    public List<String> rows() {
        List<String> lines = new ArrayList<>();
        database.rows.all().forEach((row, keys) -> {
            Map<String, Object> columns = new TreeMap<>();
            keys.forEach((key, parent) -> columns.put(key.columns().get(0), parent));
            lines.add(columns.isEmpty() ? row.toString() : row + " " + columns);
        });
        database.links.all().forEach(link -> lines.add(link.toString()));
        lines.sort(String::compareTo);
        return lines;
    }

    private List<String> text(FlushPlan plan) {
        List<Step> steps = new ArrayList<>(plan.steps());
        steps.addAll(plan.afterwards());
        return text(steps);
    }

    private List<String> text(List<Step> steps) {
        return PlanText.of(contract, steps);
    }

    private Relation relation(Class<?> type, String attribute) {
        EntityModel model = contract.entity(type);
        return model.relation(attribute).orElseThrow();
    }
}
