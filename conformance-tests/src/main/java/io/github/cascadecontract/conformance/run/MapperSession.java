package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.spi.PersistenceSession;
import java.sql.Connection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Plain mappers: each call is a statement for one row. What was set in memory is written by a call of the row's update. */
final class MapperSession implements DoorSession {
    private final CascadeContract contract;
    private final PersistenceSession session;
    private final Set<Object> rows = Collections.newSetFromMap(new IdentityHashMap<>());

    MapperSession(CascadeContract contract, PersistenceSession session) {
        this.contract = contract;
        this.session = session;
    }

    @Override
    public @Nullable Object find(EntityType type, Object id) {
        return withRow(session.find(type.type(), id));
    }

    @Override
    public @Nullable Object findFiltered(FilteredFind find) {
        return withRow(NestedResultMap.find(session.unwrap(SqlSession.class), find));
    }

    private @Nullable Object withRow(@Nullable Object entity) {
        if (entity != null) {
            rows.add(entity);
        }
        return entity;
    }

    @Override
    public void persist(Object entity) {
        session.persist(entity);
        rows.add(entity);
    }

    @Override
    public void remove(Object entity) {
        session.remove(entity);
        rows.remove(entity);
    }

    @Override
    public void changed(Object entity) {
        SqlSession mapper = session.unwrap(SqlSession.class);
        String update = contract.entity(entity.getClass()).type().getName() + "Mapper.update";
        if (rows.contains(entity) && mapper.getConfiguration().hasStatement(update, false)) {
            mapper.update(update, entity);
        }
    }

    @Override
    public Object merge(Object given) {
        throw new UnsupportedStepException("plain mappers have no merge");
    }

    @Override
    public void refresh(Object entity) {
        throw new UnsupportedStepException("plain mappers have no refresh");
    }

    @Override
    public void detach(Object entity) {
        session.detach(entity);
    }

    @Override
    public boolean contains(Object entity) {
        return session.contains(entity);
    }

    @Override
    public boolean isLoaded(Object entity, String attribute) {
        return session.isLoaded(entity, attribute);
    }

    @Override
    public void flush() {
        session.flush();
    }

    @Override
    public void commit() {
        session.commit();
    }

    @Override
    public void rollback() {
        session.rollback();
    }

    @Override
    public void onConnection(SqlWork work) {
        ConnectionFailure.run(work, session.unwrap(Connection.class));
    }

    @Override
    public void close() {
        session.close();
    }
}
