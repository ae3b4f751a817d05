package io.github.cascadecontract.hibernate;

import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.RowCounter;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.FindOption;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.engine.jdbc.spi.JdbcCoordinator;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/** One entity manager and its transaction; what the contract asks for happens in the listeners behind it. */
final class HibernateSession implements PersistenceSession {
    private static final System.Logger LOGGER = System.getLogger(HibernateSession.class.getName());

    private static final FindOption[] NO_OPTIONS = {};

    private final EntityManager entityManager;

    HibernateSession(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Without options Hibernate returns null where the connection is broken. */
    @Override
    public <T> @Nullable T find(Class<T> type, Object id) {
        return entityManager.find(type, id, NO_OPTIONS);
    }

    @Override
    public void persist(Object entity) {
        entityManager.persist(entity);
    }

    /** An entity manager refuses a detached entity, the contract does not (rule REM-4). */
    @Override
    public void remove(Object entity) {
        GovernedSession governed = governed();
        if (governed == null || !governed.isDetached(entity)) entityManager.remove(entity);
        else governed.removeDetached(entity);
    }

    /** An entity manager's merge has no options. */
    @Override
    @SuppressWarnings("unchecked") // what stands for an entity is of its class
    public <T> T merge(T entity, MergeOption... options) {
        GovernedSession governed = governed();
        if (governed != null) return (T) governed.merge(entity, List.of(options));
        if (options.length == 0) return entityManager.merge(entity);
        throw new IllegalArgumentException("Hibernate's own merge has no options; they need the contract mode");
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
    public RemovalPlan plan(Object entity) {
        GovernedSession governed = governed();
        return governed == null ? PersistenceSession.super.plan(entity) : governed.plan(entity);
    }

    /**
     * An error has marked Hibernate's transaction for rollback, and half a batch may wait; the rollback to the savepoint has
     * undone both in the database. A transaction that begins again on the same connection has no mark.
     */
    @Override
    public void clear() {
        JdbcCoordinator jdbc = entityManager.unwrap(EventSource.class).getJdbcCoordinator();
        jdbc.abortBatch();
        entityManager.clear();
        if (entityManager.getTransaction().getRollbackOnly())
            jdbc.getLogicalConnection().getPhysicalJdbcTransaction().begin();
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
    public Optional<RowCounter> rowCounter() {
        return Optional.ofNullable(governed())
                .filter(GovernedSession::isCounted)
                .map(GovernedSession::rowCounter);
    }

    @Override
    public void flush() {
        entityManager.flush();
    }

    @Override
    public void commit() {
        entityManager.getTransaction().commit();
    }

    /** A commit that failed has rolled back. */
    @Override
    public void rollback() {
        EntityTransaction transaction = entityManager.getTransaction();
        if (transaction.isActive()) transaction.rollback();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type.isInstance(entityManager)) return type.cast(entityManager);
        if (type == Connection.class) return entityManager.unwrap(Session.class).doReturningWork(type::cast);
        throw new IllegalArgumentException("Hibernate offers EntityManager, Session and Connection here, not " + type);
    }

    @Override
    public void close() {
        if (!entityManager.isOpen()) return;
        try {
            EntityTransaction transaction = entityManager.getTransaction();
            if (transaction.isActive()) transaction.rollback();
        } catch (PersistenceException lost) {
            // A broken connection rolls back by itself; the caller is about to see the failure that broke it.
            LOGGER.log(System.Logger.Level.DEBUG, "rollback on close failed", lost);
        } finally {
            entityManager.close();
        }
    }

    /** Null in native mode. */
    private @Nullable GovernedSession governed() {
        return Governance.sessionOf(entityManager.unwrap(EventSource.class));
    }
}
