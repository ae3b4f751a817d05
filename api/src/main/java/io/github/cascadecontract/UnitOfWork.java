package io.github.cascadecontract;

import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.error.UnitOfWorkStateException;
import io.github.cascadecontract.merge.MergeOption;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.report.FlushReport;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * One transaction and the entities it manages, the same with every adapter. It belongs to one thread. After an error of
 * one of its operations only {@link #rollback} and {@link #close} are accepted (rule TX-1); after {@link #commit} or
 * {@code rollback} it has ended and its entities are detached.
 *
 * <p>All operations raise a {@link CascadeException}: with the rule that was broken, before any statement that writes, or
 * with the constraint that the database reported.
 */
public interface UnitOfWork extends AutoCloseable {
    /**
     * Finds an entity by id.
     *
     * @return the managed entity, null if there is no such row or it is marked for removal
     */
    <T> @Nullable T find(Class<T> type, Object id);

    /**
     * Makes a new entity managed, and every new entity that PERSIST relations reach from it (rule PER-1). Of an entity
     * marked for removal it cancels the removal as a whole (rule REM-6). Rows are written by the next flush.
     */
    void persist(Object entity);

    /**
     * Marks an entity for removal; the next flush removes or releases its children as the contract says (rules REM-1 to
     * REM-9). A new entity is taken out; a detached one is removed with what it has loaded (rule REM-4).
     */
    void remove(Object entity);

    /**
     * Copies the values of a given graph, such as the body of a PUT or PATCH, to managed entities (rules MER-1 to MER-9).
     * What is null in a collection's place is not given; the given objects themselves stay unmanaged. Relations are
     * followed over MERGE.
     *
     * @param entity a new or detached entity; a managed one is merged onto itself
     * @param options {@link MergeOption#only only(paths)}, {@link MergeOption#adopt adopt()}
     * @return the managed entity
     */
    <T> T merge(T entity, MergeOption... options);

    /**
     * Reads a managed entity and the membership of its loaded relations again and forgets its changes; over REFRESH also
     * the children that the reread relations hold (rule REF-1).
     */
    void refresh(Object entity);

    /**
     * Makes an entity unmanaged, over loaded DETACH relations its children too (rule DET-1). What is not managed is
     * ignored.
     */
    void detach(Object entity);

    /**
     * What the next flush would remove if the entity was removed now: from the same walk as the removal, with what is
     * loaded and changed in memory. Sends no change and marks nothing; rows are counted by the database. Children that only
     * the removal would read are not read; what a changed relation held before may be, as by a flush.
     *
     * @param entity a managed entity; one that is marked for removal already is planned again
     * @return the plan; what else waits for removal is among its roots
     * @throws CascadeException what the flush would refuse; the unit of work goes on, for nothing has been done
     */
    RemovalPlan plan(Object entity);

    /** Whether the entity is managed and not marked for removal. */
    boolean contains(Object entity);

    /**
     * Whether the value of a relation itself is in memory.
     *
     * @param entity an entity
     * @param attribute name of one of its attributes
     */
    boolean isLoaded(Object entity, String attribute);

    /** Sends all pending changes to the database. */
    void flush();

    /**
     * What the last flush did, be it one of {@link #flush}, {@link #savepoint} or {@link #commit}: rows inserted, updated and
     * deleted by the client, and by the database as far as a {@link #plan} has counted them. May be read after the commit
     * and after {@link #close}. Of a flush that failed or was rolled back, nothing is left; the report is empty then, and
     * before the first flush.
     *
     * @throws UnsupportedOperationException if the session does not count its rows: without the contract, or with an adapter
     *     that is not able to
     */
    FlushReport lastFlush();

    /**
     * Flushes and sets a savepoint in the transaction.
     *
     * @return what {@link #rollback(Savepoint)} and {@link #release} take
     */
    Savepoint savepoint();

    /**
     * Takes back what was written since the savepoint and detaches all entities; allowed after an error, too (rule TX-1).
     * The unit of work goes on.
     */
    void rollback(Savepoint savepoint);

    /** Forgets a savepoint; what was written since is part of the transaction. */
    void release(Savepoint savepoint);

    /** Flushes, commits and ends the unit of work. A commit that fails leaves nothing behind (rule TX-2). */
    void commit();

    /** Takes everything back and ends the unit of work; all entities are detached (rule TX-1). */
    void rollback();

    /**
     * The provider's own object behind this unit of work: {@code EntityManager}, {@code SqlSession} or
     * {@code java.sql.Connection}, as far as the adapter offers it.
     *
     * @throws IllegalArgumentException if the adapter does not offer it
     */
    <T> T unwrap(Class<T> type);

    /**
     * Ends the unit of work; rolls back what was not committed.
     *
     * @throws UnitOfWorkStateException if called from another thread
     */
    @Override
    void close();
}
