package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
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
    private final Map<Relation, List<Object>> cleared = new LinkedHashMap<>();
    private final List<RowChange> links = new ArrayList<>();

    RowChanges(SessionEntities entities) {
        this.entities = entities;
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

    void clearLinks(Relation relation, Object entity) {
        cleared.computeIfAbsent(relation, absent -> new ArrayList<>()).add(entities.idOf(entity));
    }

    /** Sends what was gathered; a second call sends nothing. */
    void send() {
        if (keys.isEmpty() && cleared.isEmpty() && links.isEmpty()) return;
        entities.session().doWork(connection -> {
            RowStatements statements = new RowStatements(connection);
            for (KeyChange change : keys) send(change, statements);
            for (Relation relation : cleared.keySet()) statements.clearLinks(relation, cleared.get(relation));
            for (RowChange change : links) change.send(statements);
        });
        keys.clear();
        cleared.clear();
        links.clear();
    }

    /** Those of the given entities whose rows are gone. */
    List<Object> missing(EntityModel model, List<Object> candidates) {
        if (model.mapping().id() == null)
            return candidates.stream().filter(entities::isMissing).toList();
        Map<Object, Object> byId = new LinkedHashMap<>();
        candidates.forEach(candidate -> byId.put(entities.idOf(candidate), candidate));
        Set<Object> existing = entities.session()
                .doReturningWork(connection -> new RowStatements(connection).existing(model, byId.keySet()));
        byId.keySet().removeAll(existing);
        return List.copyOf(byId.values());
    }

    private void send(KeyChange change, RowStatements statements) throws SQLException {
        Object parentId = change.parent() == null ? null : entities.idOf(change.parent());
        statements.setKey(change.key(), parentId, ids(change.children()));
    }

    private List<Object> ids(List<Object> of) {
        return of.stream().map(entities::idOf).toList();
    }
}
