package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A plain entity manager, as an application has it. */
final class EntityManagerSession implements DoorSession {
    private final EntityManager entityManager;

    EntityManagerSession(EntityManagerFactory factory) {
        this.entityManager = factory.createEntityManager();
        entityManager.getTransaction().begin();
    }

    @Override
    public @Nullable Object find(EntityType type, Object id) {
        return entityManager.find(type.type(), id);
    }

    @Override
    public @Nullable Object findFiltered(FilteredFind find) {
        return FetchJoin.find(entityManager, find);
    }

    @Override
    public void persist(Object entity) {
        entityManager.persist(entity);
    }

    @Override
    public void remove(Object entity) {
        entityManager.remove(entity);
    }

    @Override
    public Object merge(Object given) {
        return entityManager.merge(given);
    }

    @Override
    public void refresh(Object entity) {
        entityManager.refresh(entity);
    }

    @Override
    public void detach(Object entity) {
        entityManager.detach(entity);
    }

    @Override
    public boolean contains(Object entity) {
        return entityManager.contains(entity);
    }

    @Override
    public boolean isLoaded(Object entity, String attribute) {
        return entityManager.getEntityManagerFactory().getPersistenceUnitUtil().isLoaded(entity, attribute);
    }

    @Override
    public void flush() {
        entityManager.flush();
    }

    @Override
    public void commit() {
        entityManager.getTransaction().commit();
    }

    /** A commit that failed has ended the transaction already. */
    @Override
    public void rollback() {
        if (entityManager.getTransaction().isActive()) {
            entityManager.getTransaction().rollback();
        }
    }

    /** EclipseLink has no connection for this before its first write; asked for one, it takes it. */
    @Override
    public void onConnection(SqlWork work) {
        entityManager.<Connection>runWithConnection(connection ->
                ConnectionFailure.run(work, connection == null ? entityManager.unwrap(Connection.class) : connection));
    }

    @Override
    public void close() {
        try (entityManager) {
            rollback();
        }
    }
}
