package io.github.cascadecontract.spi;

import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.removal.RemovalPlan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work of an adapter: one connection, one transaction, one thread. The public unit of work in front of it
 * watches over the order of calls, the thread and the state after errors (rule TX-1), and translates SQL errors; an adapter
 * does not repeat that. The transaction has begun when the session is handed out; after {@link #commit} and
 * {@link #rollback} only {@link #close} is called.
 */
public interface PersistenceSession extends AutoCloseable {
    /** See {@code jakarta.persistence.EntityManager#find}; null also for an entity marked for removal. */
    <T> @Nullable T find(Class<T> type, Object id);

    /** Makes a new entity managed (rules PER-1, PER-4, REM-6). */
    void persist(Object entity);

    /** Marks an entity for removal (rules REM-1 to REM-6). */
    void remove(Object entity);

    /** Copies a given graph to managed entities (rules MER-1 to MER-9). */
    <T> T merge(T entity, MergeOption... options);

    /** Reads an entity again (rule REF-1). */
    void refresh(Object entity);

    /** Makes an entity unmanaged (rule DET-1). */
    void detach(Object entity);

    /**
     * What the next flush would remove if the entity was marked now; {@code CascadeEngine.plan} tells it.
     *
     * @throws UnsupportedOperationException if this session does not follow the contract
     */
    default RemovalPlan plan(Object entity) {
        throw new UnsupportedOperationException("without the contract there is no plan");
    }

    /**
     * Detaches all entities and forgets what waits for a flush. The caller has rolled back to a savepoint: afterwards the
     * session is as usable as a new one in the same transaction, also if an operation failed before.
     */
    void clear();

    /** Whether the entity is managed and not marked for removal. */
    boolean contains(Object entity);

    /** Whether the attribute's value itself is in memory; see {@code PersistenceUnitUtil#isLoaded}. */
    boolean isLoaded(Object entity, String attribute);

    /** Sends all pending changes. */
    void flush();

    /**
     * Where this session counts every row that it writes, the same object as long as it lives; the engine must know it, too.
     * Empty if it cannot tell all of them: then no flush is reported.
     */
    default Optional<RowCounter> rowCounter() {
        return Optional.empty();
    }

    /** Flushes and commits. */
    void commit();

    /** Rolls back; all entities are detached afterwards. */
    void rollback();

    /**
     * The provider's own object: an EntityManager, a SqlSession, a Connection.
     *
     * @throws IllegalArgumentException if it is not offered
     */
    <T> T unwrap(Class<T> type);

    /** Gives the connection back; rolls back if the transaction is still open. Never fails because of that. */
    @Override
    void close();
}
