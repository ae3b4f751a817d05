package io.github.cascadecontract.conformance.kit.jdbc;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.error.UnitOfWorkStateException;
import io.github.cascadecontract.mapping.BasicMapping;
import io.github.cascadecontract.rule.Rule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads rows into entities. */
final class Reader {
    private final Connection connection;
    private final Identities identities;
    private final LazyTypes lazyTypes;

    Reader(Connection connection, Identities identities, LazyTypes lazyTypes) {
        this.connection = connection;
        this.identities = identities;
        this.lazyTypes = lazyTypes;
    }

    /** The entity of a row, read if it is not in memory; null if there is no such row. */
    Object find(EntityModel model, Object id) {
        Entry known = identities.find(model, id);
        if (known != null && known.is(Entry.Phase.LOADED)) {
            return known.entity;
        }
        List<Object> found = select(model, "", "e." + model.mapping().id().column(), id);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The same object with its row read; null if the row is gone. */
    Object initialize(Object reference) {
        Entry entry = LazyTypes.entryOf(reference);
        return entry != null && entry.is(Entry.Phase.HOLLOW) ? find(entry.model, entry.id()) : reference;
    }

    void fill(Entry hollow) {
        requireManaged(hollow);
        if (find(hollow.model, hollow.id()) == null) {
            throw new StaleEntityException(hollow.model.name(), null);
        }
    }

    List<Object> members(Entry entry, Relation relation) {
        requireManaged(entry);
        EntityModel target = relation.target();
        if (relation.keySide() == KeySide.TARGET) {
            return select(target, "", "e." + relation.key().columns().get(0), entry.id());
        }
        LinkTable links = relation.linkTable();
        String join = " JOIN %s l ON l.%s = e.%s"
                .formatted(
                        links.table(),
                        links.columnsOfTarget(relation).get(0),
                        target.mapping().id().column());
        return select(target, join, "l." + links.columnsOf(relation).get(0), entry.id());
    }

    /** Reads an entity again, with what was loaded of its relations (rule REF-1). */
    void refresh(Entry entry) {
        List<Relation> loaded =
                entry.model.relations().stream().filter(entry::isLoaded).toList();
        entry.phase = Entry.Phase.HOLLOW;
        if (find(entry.model, entry.id()) == null) {
            throw new StaleEntityException(
                    new Refusal(entry.model.name(), Rule.REF_1, "its row is gone", "Roll back, or detach the entity."));
        }
        loaded.stream().filter(relation -> relation.keySide() != KeySide.SOURCE).forEach(entry::load);
    }

    private List<Object> select(EntityModel model, String join, String column, Object value) {
        String sql = "SELECT e.* FROM %s e%s WHERE %s = ? ORDER BY e.%s"
                .formatted(
                        model.mapping().table(),
                        join,
                        column,
                        model.mapping().id().column());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            List<Object> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(entity(model, rows));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    private Object entity(EntityModel model, ResultSet row) throws SQLException {
        Entry entry = reference(
                model,
                value(
                        row,
                        model.mapping().id().column(),
                        model.mapping().id().attribute().type()));
        if (entry.is(Entry.Phase.HOLLOW)) {
            hydrate(entry, row);
        }
        return entry.entity;
    }

    /** What stands for a row; a hollow one if it was not read. */
    private Entry reference(EntityModel model, Object id) {
        Entry known = identities.find(model, id);
        if (known != null) {
            return known;
        }
        Object entity = lazyTypes.create(model);
        model.mapping().id().attribute().set(entity, id);
        Entry hollow = new Entry(entity, model, Entry.Phase.HOLLOW, this);
        LazyTypes.bind(hollow);
        identities.addRow(hollow);
        return hollow;
    }

    private void hydrate(Entry entry, ResultSet row) throws SQLException {
        entry.phase = Entry.Phase.LOADED;
        for (BasicMapping basic : entry.model.mapping().basics()) {
            Object value = value(row, basic.column(), basic.attribute().type());
            entry.row.put(basic.column(), value);
            basic.attribute().set(entry.entity, value);
        }
        for (Relation relation : entry.model.relations()) {
            hydrate(entry, relation, row);
        }
        entry.inStep();
    }

    private void hydrate(Entry entry, Relation relation, ResultSet row) throws SQLException {
        switch (relation.keySide()) {
            case SOURCE -> {
                String column = relation.key().columns().get(0);
                EntityModel target = relation.target();
                Object id = value(row, column, target.mapping().id().attribute().type());
                entry.row.put(column, id);
                relation.attribute().set(entry.entity, id == null ? null : reference(target, id).entity);
            }
            case LINK_TABLE -> relation.attribute().set(entry.entity, list(entry, relation, LazyList.Adding.LOADS));
            case TARGET -> {
                if (relation.isCollection()) {
                    relation.attribute().set(entry.entity, list(entry, relation, LazyList.Adding.QUEUES));
                } else {
                    entry.unread(relation);
                }
            }
        }
    }

    private LazyList list(Entry entry, Relation relation, LazyList.Adding adding) {
        return new LazyList(() -> members(entry, relation), adding);
    }

    private void requireManaged(Entry entry) {
        if (identities.managed(entry.entity) != entry) {
            throw new UnitOfWorkStateException(
                    "%s is detached: what it has not loaded cannot be read. Find it again.".formatted(entry.model),
                    null);
        }
    }

    private static Object value(ResultSet row, String column, Class<?> type) throws SQLException {
        return row.getObject(column, boxed(type));
    }

    static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }
}
