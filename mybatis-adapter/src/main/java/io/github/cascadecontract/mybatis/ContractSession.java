package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.engine.CascadeEngine;
import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.mybatis.ManagedEntity.Phase;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.RowCounter;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** A unit of work under the contract. */
final class ContractSession implements PersistenceSession {
    private final AdapterModel model;
    private final SessionTransaction transaction;
    private final RowCounter counter = new RowCounter();
    private final SqlGateway gateway;
    private final PersistenceContext context;
    private final KeyRows keyRows;
    private final ContextView view;
    private final CascadeEngine engine;

    ContractSession(AdapterModel model, SessionTransaction transaction) {
        this.model = model;
        this.transaction = transaction;
        this.gateway = new SqlGateway(transaction.session(), counter);
        this.context = new PersistenceContext(model, gateway);
        this.keyRows = new KeyRows(transaction.session(), context::givenIdOf, counter);
        this.view = new ContextView(context, model.tables(), keyRows);
        this.engine = new CascadeEngine(model.tables().contract(), view, counter);
    }

    @Override
    public <T> @Nullable T find(Class<T> type, Object id) {
        EntityTable table = model.tables().of(type);
        requireId(table, id);
        Object key = table.id().keyOfId(id);
        Object found = pending(table, key);
        if (found == null) found = context.load(table, key);
        return found == null || engine.isMarkedForRemoval(found) ? null : type.cast(found);
    }

    @Override
    public void persist(Object entity) {
        FlushWork.of(engine.persist(entity), context);
    }

    @Override
    public void remove(Object entity) {
        engine.remove(entity);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T merge(T entity, MergeOption... options) {
        return (T) engine.merge(entity, List.of(options), new FlushWork(context));
    }

    @Override
    public void refresh(Object entity) {
        engine.refresh(entity, new FlushWork(context));
    }

    @Override
    public void detach(Object entity) {
        engine.detach(entity, new FlushWork(context));
    }

    @Override
    public RemovalPlan plan(Object entity) {
        return engine.plan(entity);
    }

    @Override
    public void clear() {
        engine.clear();
        context.clear();
        transaction.session().clearCache();
    }

    @Override
    public boolean contains(Object entity) {
        return context.identities().managed(entity) != null && !engine.isMarkedForRemoval(entity);
    }

    @Override
    public boolean isLoaded(Object entity, String attribute) {
        EntityTable table = context.tableOf(entity);
        table.requireAttribute(attribute);
        if (context.isHollow(entity)) return table.isId(attribute);
        return table.model()
                .relation(attribute)
                .map(relation -> view.isLoaded(entity, relation))
                .orElse(true);
    }

    @Override
    public void flush() {
        new Flush(context, engine, model.tables(), gateway, keyRows).run();
    }

    @Override
    public Optional<RowCounter> rowCounter() {
        return Optional.of(counter);
    }

    @Override
    public void commit() {
        flush();
        transaction.commit();
        end();
    }

    @Override
    public void rollback() {
        try {
            transaction.rollback();
        } finally {
            end();
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type == SqlSession.class) return type.cast(SharedSqlSession.of(transaction.session()));
        if (type == Connection.class) return type.cast(transaction.connection());
        throw new IllegalArgumentException(
                "The MyBatis adapter offers SqlSession and java.sql.Connection, not " + type.getName());
    }

    @Override
    public void close() {
        end();
        transaction.close();
    }

    private void end() {
        engine.clear();
        context.end();
    }

    private @Nullable Object pending(EntityTable table, Object key) {
        for (ManagedEntity entity : context.identities().pending()) {
            boolean same = table.covers(entity.table())
                    && entity.is(Phase.PENDING)
                    && Objects.equals(key, table.id().read(entity.entity()));
            if (same) return entity.entity();
        }
        return null;
    }

    private static void requireId(EntityTable table, Object id) {
        Class<?> type = table.id().type();
        if (!type.isInstance(id))
            throw new IllegalArgumentException("The id of %s is a %s, not a %s"
                    .formatted(table.name(), type.getName(), id.getClass().getName()));
    }
}
