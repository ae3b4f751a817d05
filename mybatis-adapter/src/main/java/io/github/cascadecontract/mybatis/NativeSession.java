package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.sql.Connection;
import java.util.UUID;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.type.ObjectTypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * MyBatis by itself: persist is the INSERT and remove the DELETE of one row, at once; nothing is managed, a changed attribute
 * or collection is not written. An application that wants it written calls the statement {@code <entity class>Mapper.update}
 * of the {@link SqlSession} that {@link #unwrap} returns.
 */
final class NativeSession implements PersistenceSession {
    private final EntityTables tables;
    private final SessionTransaction transaction;

    private NativeSession(EntityTables tables, SessionTransaction transaction) {
        this.tables = tables;
        this.transaction = transaction;
    }

    static PersistenceSessions factory(CascadeContract contract, Configuration configuration) {
        // MyBatis has no handler for it, and finds the one of a single parameter here only.
        configuration.getTypeHandlerRegistry().register(UUID.class, ObjectTypeHandler.class);
        ColumnTypes types = new ColumnTypes(configuration);
        new MappingCheck(contract, types).checkNative();
        EntityTables tables = new EntityTables(contract, types);
        new NativeStatements(configuration, tables).register();
        return new MyBatisSessions(
                contract,
                new SqlSessionFactoryBuilder().build(configuration),
                transaction -> new NativeSession(tables, transaction));
    }

    @Override
    public <T> @Nullable T find(Class<T> type, Object id) {
        return type.cast(session().selectOne(NativeStatements.selectById(tables.of(type)), id));
    }

    @Override
    public void persist(Object entity) {
        session().insert(Operation.INSERT.idFor(tables.of(entity.getClass())), entity);
    }

    @Override
    public void remove(Object entity) {
        session().delete(Operation.DELETE.idFor(tables.of(entity.getClass())), entity);
    }

    /** The UPDATE of one row with all columns, or the INSERT if there is none. */
    @Override
    public <T> T merge(T entity, MergeOption... options) {
        if (options.length > 0)
            throw new UnsupportedOperationException(
                    "MyBatis by itself writes all columns of one row, and nothing else");
        EntityTable table = tables.of(entity.getClass());
        if (session().update(Operation.UPDATE.idFor(table), entity) == 0) persist(entity);
        return entity;
    }

    @Override
    public void refresh(Object entity) {
        throw new UnsupportedOperationException("MyBatis by itself manages no entity; select the row again");
    }

    @Override
    public void clear() {
        session().clearCache();
    }

    @Override
    public void detach(Object entity) {
        // Nothing is managed.
    }

    @Override
    public boolean contains(Object entity) {
        return false;
    }

    /** MyBatis does not tell; its lazy proxies leave the field empty until they load. */
    @Override
    public boolean isLoaded(Object entity, String attribute) {
        return tables.of(entity.getClass())
                .model()
                .relation(attribute)
                .map(relation -> isSet(relation.attribute(), entity))
                .orElse(true);
    }

    @Override
    public void flush() {
        // Every statement was sent when it was asked for.
    }

    @Override
    public void commit() {
        transaction.commit();
    }

    @Override
    public void rollback() {
        transaction.rollback();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type == SqlSession.class) return type.cast(session());
        if (type == Connection.class) return type.cast(transaction.connection());
        throw new IllegalArgumentException(
                "The MyBatis adapter offers SqlSession and java.sql.Connection, not " + type.getName());
    }

    @Override
    public void close() {
        transaction.close();
    }

    private SqlSession session() {
        return transaction.session();
    }

    private static boolean isSet(Attribute attribute, Object entity) {
        return attribute.get(entity) != null;
    }
}
