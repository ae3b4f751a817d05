package io.github.cascadecontract.conformance.kit.jdbc;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.engine.CascadeEngine;
import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.plan.FlushPlan;
import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceView;
import io.github.cascadecontract.spi.RowCounter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** One unit of work. */
final class JdbcSession implements PersistenceSession {
    private final CascadeContract contract;
    private final Connection connection;
    private final Identities identities = new Identities();
    private final RowCounter counter = new RowCounter();
    private final Reader reader;
    private final PersistenceView view;
    private final CascadeEngine engine;
    private final JdbcSteps steps;
    private final StepHandler handler;

    JdbcSession(CascadeContract contract, Connection connection, LazyTypes lazyTypes, Seams seams) {
        this.contract = contract;
        this.connection = connection;
        this.reader = new Reader(connection, identities, lazyTypes);
        KeyRows keyRows = new KeyRows(connection, counter);
        this.view = seams.view().apply(new JdbcView(contract, identities, reader, keyRows));
        this.engine = new CascadeEngine(contract, view, counter);
        this.steps = new JdbcSteps(
                contract, identities, reader, new Writer(contract, connection, counter), keyRows, engine::lost);
        this.handler = seams.steps().apply(steps);
    }

    @Override
    public <T> T find(Class<T> type, Object id) {
        EntityModel model = contract.entity(type);
        Entry pending = identities.pending(entry -> entry.model == model && id.equals(entry.id()));
        Object found = pending == null ? reader.find(model, id) : pending.entity;
        return found == null || engine.isMarkedForRemoval(found) ? null : type.cast(found);
    }

    @Override
    public void persist(Object entity) {
        steps.begin();
        engine.persist(entity).forEach(step -> step.execute(handler));
    }

    @Override
    public void remove(Object entity) {
        engine.remove(entity);
    }

    @Override
    public <T> T merge(T entity, MergeOption... options) {
        steps.begin();
        @SuppressWarnings("unchecked")
        T managed = (T) engine.merge(entity, List.of(options), handler);
        return managed;
    }

    @Override
    public void refresh(Object entity) {
        engine.refresh(entity, handler);
    }

    @Override
    public void detach(Object entity) {
        engine.detach(entity, handler);
    }

    @Override
    public RemovalPlan plan(Object entity) {
        return engine.plan(entity);
    }

    @Override
    public void clear() {
        identities.releaseAll();
        engine.clear();
    }

    @Override
    public boolean contains(Object entity) {
        return identities.managed(entity) != null && !engine.isMarkedForRemoval(entity);
    }

    @Override
    public boolean isLoaded(Object entity, String attribute) {
        return contract.entity(entity.getClass())
                .relation(attribute)
                .map(relation -> view.isLoaded(entity, relation))
                .orElseGet(() -> Entry.isLoadedValue(entity));
    }

    @Override
    public void flush() {
        FlushPlan plan = engine.flush();
        steps.begin();
        plan.steps().forEach(step -> step.execute(handler));
        steps.send();
        engine.flushed(plan);
        plan.afterwards().forEach(step -> step.execute(handler));
    }

    @Override
    public Optional<RowCounter> rowCounter() {
        return Optional.of(counter);
    }

    @Override
    public void commit() {
        flush();
        send(Connection::commit);
        clear();
    }

    @Override
    public void rollback() {
        clear();
        send(Connection::rollback);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type != Connection.class) {
            throw new IllegalArgumentException("Only the Connection is offered, not " + type.getName());
        }
        return type.cast(connection);
    }

    @Override
    public void close() {
        clear();
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            // The pool finds out by itself; close never fails because of that.
        }
    }

    private void send(Work work) {
        try {
            work.on(connection);
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
