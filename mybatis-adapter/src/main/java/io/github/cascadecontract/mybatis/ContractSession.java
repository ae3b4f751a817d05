package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.engine.CascadeEngine;
import io.github.cascadecontract.mybatis.ManagedEntity.Phase;
import io.github.cascadecontract.spi.PersistenceSession;
import java.sql.Connection;
import java.util.Objects;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** A unit of work under the contract. */
final class ContractSession implements PersistenceSession {
    private final AdapterModel model;
    private final SessionTransaction transaction;
    private final PersistenceContext context;
    private final ContextView view;
    private final CascadeEngine engine;

    ContractSession(AdapterModel model, SessionTransaction transaction) {
        this.model = model;
        this.transaction = transaction;
        this.context = new PersistenceContext(model, new SqlGateway(transaction.session()));
        this.view = new ContextView(context, model.tables());
        this.engine = new CascadeEngine(model.tables().contract(), view);
    }

    @Override
    public <T> @Nullable T find(Class<T> type, Object id) {
        EntityTable table = model.tables().of(type);
        requireId(table, id);
        Object found = pending(table, id);
        if (found == null) found = context.load(table, id);
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
    public void detach(Object entity) {
        engine.detach(entity);
        context.identities().release(entity);
    }

    @Override
    public boolean contains(Object entity) {
        return context.identities().managed(entity) != null && !engine.isMarkedForRemoval(entity);
    }

    @Override
    public boolean isLoaded(Object entity, String attribute) {
        EntityTable table = context.tableOf(entity);
        table.requireAttribute(attribute);
        if (context.isHollow(entity))
            return attribute.equals(table.id().attribute().name());
        return table.model()
                .relation(attribute)
                .map(relation -> view.isLoaded(entity, relation))
                .orElse(true);
    }

    @Override
    public void flush() {
        new Flush(context, engine, model.tables(), transaction.session()).run();
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

    private @Nullable Object pending(EntityTable table, Object id) {
        for (ManagedEntity entity : context.identities().pending()) {
            boolean same = entity.table() == table
                    && entity.is(Phase.PENDING)
                    && Objects.equals(id, table.id().read(entity.entity()));
            if (same) return entity.entity();
        }
        return null;
    }

    private static void requireId(EntityTable table, Object id) {
        Class<?> type = table.id().sql().type().javaType();
        if (!type.isInstance(id))
            throw new IllegalArgumentException("The id of %s is a %s, not a %s"
                    .formatted(table.name(), type.getName(), id.getClass().getName()));
    }
}
