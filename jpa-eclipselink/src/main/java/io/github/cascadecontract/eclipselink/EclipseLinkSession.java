package io.github.cascadecontract.eclipselink;

import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.RowCounter;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** An entity manager and its transaction. What EclipseLink raises no event for is told to the cascade here. */
final class EclipseLinkSession implements PersistenceSession {
    private final EntityManager em;
    private final @Nullable Governance governance;

    private EclipseLinkSession(EntityManager em, @Nullable Governance governance) {
        this.em = em;
        this.governance = governance;
    }

    static EclipseLinkSession begin(EntityManagerFactory emf, @Nullable Governance governance) {
        EclipseLinkSession session = new EclipseLinkSession(emf.createEntityManager(), governance);
        try {
            session.em.getTransaction().begin();
            session.em.unwrap(Connection.class);
            return session;
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    @Override
    public <T> @Nullable T find(Class<T> type, Object id) {
        return em.find(type, id);
    }

    @Override
    public void persist(Object entity) {
        CascadeUnit unit = unit();
        boolean registered = isRegistered(entity);
        em.persist(entity);
        if (unit != null && registered) unit.persistAgain(entity);
    }

    @Override
    public void remove(Object entity) {
        CascadeUnit unit = unit();
        Object resolved = unit == null ? entity : unit.resolve(entity);
        if (unit == null || isRegistered(resolved)) em.remove(resolved);
        else unit.removeUnmanaged(resolved);
    }

    /** An entity manager's merge has no options. */
    @Override
    @SuppressWarnings("unchecked") // what stands for an entity is of its class
    public <T> T merge(T entity, MergeOption... options) {
        CascadeUnit unit = unit();
        if (unit != null) return (T) unit.merge(entity, List.of(options));
        if (options.length == 0) return em.merge(entity);
        throw new IllegalArgumentException("EclipseLink's own merge has no options; they need the contract mode");
    }

    @Override
    public void refresh(Object entity) {
        CascadeUnit unit = unit();
        if (unit == null) em.refresh(entity);
        else unit.refresh(entity);
    }

    @Override
    public RemovalPlan plan(Object entity) {
        CascadeUnit unit = unit();
        return unit == null ? PersistenceSession.super.plan(entity) : unit.plan(entity);
    }

    @Override
    public void detach(Object entity) {
        em.detach(entity);
    }

    @Override
    public void clear() {
        internals().startOver();
        CascadeUnit unit = unit();
        if (unit != null) unit.clear();
    }

    @Override
    public boolean contains(Object entity) {
        CascadeUnit unit = unit();
        return em.contains(entity) && (unit == null || !unit.isMarked(entity));
    }

    @Override
    public boolean isLoaded(Object entity, String attribute) {
        return em.getEntityManagerFactory().getPersistenceUnitUtil().isLoaded(entity, attribute);
    }

    @Override
    public Optional<RowCounter> rowCounter() {
        CascadeUnit unit = unit();
        return unit == null ? Optional.empty() : unit.rowCounter();
    }

    @Override
    public void flush() {
        em.flush();
    }

    /** An error that a savepoint has undone marks the transaction of the entity manager for ever. */
    @Override
    public void commit() {
        if (!em.getTransaction().getRollbackOnly()) {
            em.getTransaction().commit();
            return;
        }
        internals().commit();
        em.getTransaction().rollback();
    }

    @Override
    public void rollback() {
        if (em.getTransaction().isActive()) em.getTransaction().rollback();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type.isInstance(em)) return type.cast(em);
        try {
            return em.unwrap(type);
        } catch (PersistenceException notOffered) {
            throw new IllegalArgumentException("EclipseLink does not offer " + type.getName() + " here", notOffered);
        }
    }

    @Override
    public void close() {
        try {
            rollback();
        } finally {
            em.close();
        }
    }

    private boolean isRegistered(Object entity) {
        return em.unwrap(UnitOfWork.class).isObjectRegistered(entity);
    }

    private Internals internals() {
        return new Internals(em.unwrap(UnitOfWork.class));
    }

    private @Nullable CascadeUnit unit() {
        return governance == null ? null : governance.unit(em.unwrap(UnitOfWork.class));
    }
}
