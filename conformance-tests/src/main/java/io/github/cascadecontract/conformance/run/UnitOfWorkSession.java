package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.conformance.model.EntityType;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** The project's own unit of work. */
final class UnitOfWorkSession implements DoorSession {
    private final UnitOfWork unitOfWork;

    UnitOfWorkSession(UnitOfWorkFactory factory) {
        this.unitOfWork = factory.begin();
    }

    @Override
    public @Nullable Object find(EntityType type, Object id) {
        return unitOfWork.find(type.type(), id);
    }

    /** A collection that holds part of the rows is the provider's own affair. */
    @Override
    public @Nullable Object findFiltered(FilteredFind find) {
        try {
            return FetchJoin.find(unitOfWork.unwrap(EntityManager.class), find);
        } catch (IllegalArgumentException notOffered) {
            return NestedResultMap.find(unitOfWork.unwrap(SqlSession.class), find);
        }
    }

    @Override
    public void persist(Object entity) {
        unitOfWork.persist(entity);
    }

    @Override
    public void remove(Object entity) {
        unitOfWork.remove(entity);
    }

    @Override
    public void detach(Object entity) {
        unitOfWork.detach(entity);
    }

    @Override
    public boolean contains(Object entity) {
        return unitOfWork.contains(entity);
    }

    @Override
    public boolean isLoaded(Object entity, String attribute) {
        return unitOfWork.isLoaded(entity, attribute);
    }

    @Override
    public void flush() {
        unitOfWork.flush();
    }

    @Override
    public void commit() {
        unitOfWork.commit();
    }

    @Override
    public void rollback() {
        unitOfWork.rollback();
    }

    @Override
    public void onConnection(SqlWork work) {
        ConnectionFailure.run(work, unitOfWork.unwrap(Connection.class));
    }

    @Override
    public void close() {
        unitOfWork.close();
    }
}
