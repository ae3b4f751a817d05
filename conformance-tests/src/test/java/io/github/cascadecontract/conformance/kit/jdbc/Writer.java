package io.github.cascadecontract.conformance.kit.jdbc;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.mapping.BasicMapping;
import io.github.cascadecontract.mapping.IdMapping;
import io.github.cascadecontract.spi.RowCounter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes one row at a time. */
final class Writer {
    private final CascadeContract contract;
    private final Connection connection;
    private final RowCounter counter;

    Writer(CascadeContract contract, Connection connection, RowCounter counter) {
        this.contract = contract;
        this.connection = connection;
        this.counter = counter;
    }

    /** Inserts a row; keys that are set later are NULL now. */
    void insert(Entry entry, Map<ForeignKey, Object> hidden, Set<ForeignKey> later) {
        Map<String, Object> row = values(entry, BasicMapping::insertable);
        hidden.forEach((key, parent) -> row.put(column(key), idOf(parent)));
        later.forEach(key -> row.put(column(key), null));
        IdMapping id = entry.model.mapping().id();
        Map<String, Object> columns = new LinkedHashMap<>(row);
        if (entry.id() != null) {
            columns.put(id.column(), entry.id());
        }
        String sql = "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        entry.model.mapping().table(),
                        String.join(", ", columns.keySet()),
                        String.join(", ", Collections.nCopies(columns.size(), "?")));
        try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {id.column()})) {
            bind(statement, List.copyOf(columns.keySet()), columns);
            counter.inserted(table(entry.model), entry.model.name(), statement.executeUpdate());
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                id.attribute()
                        .set(
                                entry.entity,
                                keys.getObject(1, Reader.boxed(id.attribute().type())));
            }
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
        entry.row.putAll(row);
    }

    /** Updates the columns that changed, if any did. */
    void update(Entry entry, Map<ForeignKey, Object> hidden) {
        Map<String, Object> changed = values(entry, BasicMapping::updatable);
        changed.entrySet().removeIf(value -> Objects.equals(value.getValue(), entry.row.get(value.getKey())));
        hidden.forEach((key, parent) -> changed.put(column(key), idOf(parent)));
        if (!changed.isEmpty() && update(entry.entity, changed) == 0) {
            throw new StaleEntityException(entry.model.name(), null);
        }
        entry.row.putAll(changed);
    }

    /** Sets one key of a row at once. */
    void setKey(Object child, ForeignKey key, Object parent) {
        update(child, Collections.singletonMap(column(key), idOf(parent)));
    }

    private int update(Object entity, Map<String, Object> changed) {
        EntityModel model = contract.entity(entity.getClass());
        List<String> columns = List.copyOf(changed.keySet());
        String sql = "UPDATE %s SET %s WHERE %s = ?"
                .formatted(
                        model.mapping().table(),
                        columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", ")),
                        model.mapping().id().column());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, columns, changed);
            statement.setObject(columns.size() + 1, Entry.idOf(entity, model));
            int updated = statement.executeUpdate();
            counter.updated(table(model), model.name(), updated);
            return updated;
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    private static String table(EntityModel model) {
        return model.mapping().table().toString();
    }

    private static void bind(PreparedStatement statement, List<String> columns, Map<String, Object> values)
            throws SQLException {
        for (int index = 0; index < columns.size(); index++) {
            statement.setObject(index + 1, values.get(columns.get(index)));
        }
    }

    private Map<String, Object> values(Entry entry, Predicate<BasicMapping> written) {
        Map<String, Object> values = new LinkedHashMap<>();
        entry.model.mapping().basics().stream()
                .filter(written)
                .forEach(basic -> values.put(basic.column(), basic.attribute().get(entry.entity)));
        entry.model.relations().stream()
                .filter(relation -> relation.keySide() == KeySide.SOURCE)
                .forEach(relation -> values.put(column(relation.key()), idOf(target(entry, relation))));
        return values;
    }

    private static Object target(Entry entry, Relation relation) {
        return relation.attribute().get(entry.entity);
    }

    private Object idOf(Object entity) {
        return entity == null ? null : Entry.idOf(entity, contract.entity(entity.getClass()));
    }

    static String column(ForeignKey key) {
        return key.columns().get(0);
    }
}
