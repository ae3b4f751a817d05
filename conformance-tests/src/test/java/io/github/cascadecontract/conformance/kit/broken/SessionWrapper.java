package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.RowCounter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Passes everything on; a fault overrides one method. */
public class SessionWrapper implements PersistenceSession {
    protected final PersistenceSession good;

    protected SessionWrapper(PersistenceSession good) {
        this.good = good;
    }

    void send(String sql) {
        try (Statement statement = unwrap(Connection.class).createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public <T> T find(Class<T> type, Object id) {
        return good.find(type, id);
    }

    @Override
    public void persist(Object entity) {
        good.persist(entity);
    }

    @Override
    public void remove(Object entity) {
        good.remove(entity);
    }

    @Override
    public <T> T merge(T entity, MergeOption... options) {
        return good.merge(entity, options);
    }

    @Override
    public void refresh(Object entity) {
        good.refresh(entity);
    }

    @Override
    public RemovalPlan plan(Object entity) {
        return good.plan(entity);
    }

    @Override
    public void clear() {
        good.clear();
    }

    @Override
    public void detach(Object entity) {
        good.detach(entity);
    }

    @Override
    public boolean contains(Object entity) {
        return good.contains(entity);
    }

    @Override
    public boolean isLoaded(Object entity, String attribute) {
        return good.isLoaded(entity, attribute);
    }

    @Override
    public void flush() {
        good.flush();
    }

    @Override
    public Optional<RowCounter> rowCounter() {
        return good.rowCounter();
    }

    @Override
    public void commit() {
        good.commit();
    }

    @Override
    public void rollback() {
        good.rollback();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return good.unwrap(type);
    }

    @Override
    public void close() {
        good.close();
    }
}
