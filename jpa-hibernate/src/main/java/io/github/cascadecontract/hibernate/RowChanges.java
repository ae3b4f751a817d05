package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.RowCounter;
import io.github.cascadecontract.spi.RowStatements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys and link rows that no attribute of Hibernate's writes: gathered, then sent on the session's connection. */
final class RowChanges {
    private final SessionEntities entities;
    private final List<KeyChange> keys = new ArrayList<>();
    private final List<RowChange> below = new ArrayList<>();
    private final Map<Relation, List<Object>> cleared = new LinkedHashMap<>();
    private final List<RowChange> links = new ArrayList<>();
    private final Set<Object> going;
    private final RowCounter counter;

    /** Over the entities that the flush deletes: their rows may be gone (rule TX-3). */
    RowChanges(SessionEntities entities, Set<Object> going, RowCounter counter) {
        this.entities = entities;
        this.going = going;
        this.counter = counter;
    }

    private interface RowChange {
        void send(RowStatements statements) throws SQLException;
    }

    private record KeyChange(ForeignKey key, @Nullable Object parent, List<Object> children) {}

    boolean changesKeys() {
        return !keys.isEmpty();
    }

    void setKey(ForeignKey key, @Nullable Object parent, Object child) {
        KeyChange last = keys.isEmpty() ? null : keys.get(keys.size() - 1);
        if (last != null && last.key() == key && last.parent() == parent)
            last.children().add(child);
        else keys.add(new KeyChange(key, parent, new ArrayList<>(List.of(child))));
    }

    void addLinks(Relation relation, Object entity, List<Object> targets) {
        links.add(statements -> statements.addLinks(relation, entities.idOf(entity), ids(targets)));
    }

    void removeLinks(Relation relation, Object entity, List<Object> targets) {
        links.add(statements -> statements.removeLinks(relation, entities.idOf(entity), ids(targets)));
    }

    /** Rows that are not in memory, below an entity that is deleted later. */
    void handleRows(Step.HandleRows step) {
        Object id = entities.idOf(step.parent());
        below.add(statements -> statements.handle(step.rows(), step.operation(), id, entities::idInRow));
    }

    void clearLinks(Relation relation, Object entity) {
        cleared.computeIfAbsent(relation, absent -> new ArrayList<>()).add(entities.idOf(entity));
    }

    /** Sends what was gathered; a second call sends nothing. */
    void send() {
        if (keys.isEmpty() && below.isEmpty() && cleared.isEmpty() && links.isEmpty()) return;
        entities.session().doWork(connection -> {
            RowStatements statements = new RowStatements(connection, counter);
            for (KeyChange change : keys) send(change, statements);
            for (RowChange change : below) change.send(statements);
            for (Relation relation : cleared.keySet()) statements.clearLinks(relation, cleared.get(relation));
            for (RowChange change : links) change.send(statements);
        });
        keys.clear();
        below.clear();
        cleared.clear();
        links.clear();
    }

    /** Those of the given entities whose rows are gone. */
    List<Object> missing(EntityModel model, List<Object> candidates) {
        Map<Object, Object> byId = new LinkedHashMap<>();
        candidates.forEach(candidate -> byId.put(entities.idOf(candidate), candidate));
        Set<Object> existing = entities.session()
                .doReturningWork(connection -> new RowStatements(connection).existing(model, byId.keySet()));
        byId.keySet().removeAll(existing);
        return List.copyOf(byId.values());
    }

    private void send(KeyChange change, RowStatements statements) throws SQLException {
        Object parentId = change.parent() == null ? null : entities.idOf(change.parent());
        int updated = statements.setKey(change.key(), parentId, ids(change.children()));
        long wanted = change.children().stream()
                .filter(child -> !going.contains(child))
                .count();
        if (updated < wanted) throw stale(change.key());
    }

    private static StaleEntityException stale(ForeignKey key) {
        return new StaleEntityException(new Refusal(
                key.child().name(),
                Rule.TX_3,
                "a row whose key was to be set is gone",
                "Read the entities again and repeat the change."));
    }

    private List<Object> ids(List<Object> of) {
        return of.stream().map(entities::idOf).toList();
    }
}
