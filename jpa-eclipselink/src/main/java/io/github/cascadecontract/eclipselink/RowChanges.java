package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.mapping.EntityId;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.preview.RemovalPreview;
import io.github.cascadecontract.spi.RowCounter;
import io.github.cascadecontract.spi.RowStatements;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements beside EclipseLink's own, in its transaction. What is alike and follows each other is sent as one. */
final class RowChanges {
    private final Governance governance;
    private final Internals internals;
    private final RowCounter counter;
    private final List<Object> ids = new ArrayList<>();
    private @Nullable Change change;

    /** Questions, and changes that nobody counts. */
    RowChanges(Governance governance, Internals internals) {
        this(governance, internals, new RowCounter());
    }

    RowChanges(Governance governance, Internals internals, RowCounter counter) {
        this.governance = governance;
        this.internals = internals;
        this.counter = counter;
    }

    /** Lets the key of a child refer to a parent or to nothing. */
    void setKey(ForeignKey key, @Nullable Object parent, Object child) {
        add(new SetKey(key, parent == null ? null : id(parent)), child);
    }

    /** Deletes all link rows of an entity. */
    void clearLinks(Relation end, Object entity) {
        add(new ClearLinks(end), entity);
    }

    void removeLinks(Relation end, Object entity, List<Object> targets) {
        send();
        execute(rows -> rows.removeLinks(end, id(entity), ids(targets)));
    }

    void addLinks(Relation end, Object entity, List<Object> targets) {
        send();
        execute(rows -> rows.addLinks(end, id(entity), ids(targets)));
    }

    /** Which of the entities have a row. */
    boolean[] existing(EntityModel model, List<Object> entities) {
        Set<Object> found = execute(rows -> rows.existing(model, ids(entities)));
        boolean[] existing = new boolean[entities.size()];
        for (int i = 0; i < existing.length; i++) existing[i] = found.contains(id(entities.get(i)));
        return existing;
    }

    /** Which parent the row of a child refers to. */
    @Nullable
    Object parentId(ForeignKey key, Object child) {
        return execute(rows -> rows.parentId(key, id(child)));
    }

    /** One of the rows that refer to a parent. */
    @Nullable
    Object childId(ForeignKey key, Object parent) {
        return execute(rows -> rows.childId(key, id(parent)));
    }

    /** Counts the rows of a removal. */
    CountedRemoval count(RemovalOutline outline) {
        return new RemovalPreview(governance.contract(), internals.connection()).count(outline);
    }

    /** Handles rows below a parent without reading them, after all that was gathered before. */
    void handle(Step.HandleRows step) {
        send();
        execute(rows -> rows.handle(step.rows(), step.operation(), id(step.parent()), governance::idOf));
    }

    /** Sends what was gathered. */
    void send() {
        Change gathered = change;
        if (gathered == null) return;
        List<Object> gatheredIds = List.copyOf(ids);
        change = null;
        ids.clear();
        execute(rows -> {
            gathered.send(rows, gatheredIds);
            return gathered;
        });
    }

    private void add(Change next, Object entity) {
        if (!next.equals(change)) send();
        change = next;
        ids.add(id(entity));
    }

    private List<Object> ids(List<Object> entities) {
        return entities.stream().map(this::id).toList();
    }

    /** The columns of a key that refers to a parent, with their values; qualified if the child has several tables. */
    Map<String, Object> key(ForeignKey key, Object parent) {
        EntityId identity =
                governance.contract().entity(parent.getClass()).mapping().identity();
        List<Object> values = identity.valuesOf(id(parent));
        boolean joined = key.child().mapping().tables().size() > 1;
        Map<String, Object> columns = new LinkedHashMap<>();
        for (String column : key.columns())
            columns.put(joined ? key.table() + "." + column : column, values.get(columns.size()));
        return columns;
    }

    private Object id(Object entity) {
        return Objects.requireNonNull(governance.idOf(entity), "an entity with a row has an id");
    }

    private <T extends @Nullable Object> T execute(Statement<T> statement) {
        try {
            return statement.execute(new RowStatements(internals.connection(), counter));
        } catch (SQLException failure) {
            throw new PersistenceException("A statement of the cascade contract failed.", failure);
        }
    }

    private interface Statement<T extends @Nullable Object> {
        T execute(RowStatements rows) throws SQLException;
    }

    private interface Change {
        void send(RowStatements rows, List<Object> ids) throws SQLException;
    }

    private record SetKey(ForeignKey key, @Nullable Object parentId) implements Change {
        @Override
        public void send(RowStatements rows, List<Object> ids) throws SQLException {
            if (rows.setKey(key, parentId, ids) < ids.size())
                throw new StaleEntityException(key.child().name(), null);
        }
    }

    private record ClearLinks(Relation end) implements Change {
        @Override
        public void send(RowStatements rows, List<Object> ids) throws SQLException {
            rows.clearLinks(end, ids);
        }
    }
}
