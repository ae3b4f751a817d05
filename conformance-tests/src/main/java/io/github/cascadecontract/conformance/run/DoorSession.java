package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.report.FlushReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One unit of work as it is used through one of the doors. Its transaction has begun. */
interface DoorSession extends AutoCloseable {
    @Nullable
    Object find(EntityType type, Object id);

    /** Finds an entity whose collection holds only the rows that meet a condition. */
    @Nullable
    Object findFiltered(FilteredFind find);

    void persist(Object entity);

    void remove(Object entity);

    /** Copies all that an object says to a managed one, and returns that. */
    Object merge(Object given);

    /** The same for the named paths alone, where the door can say so. */
    default Object merge(Object given, List<String> only) {
        return merge(given);
    }

    void refresh(Object entity);

    void detach(Object entity);

    /** What the next flush would remove if the entity was removed now. */
    default RemovalPlan plan(Object entity) {
        throw new UnsupportedStepException("plans are for the unit-of-work door only");
    }

    boolean contains(Object entity);

    boolean isLoaded(Object entity, String attribute);

    /** A column of the entity's own row was set in memory. */
    default void changed(Object entity) {}

    void flush();

    default Savepoint savepoint() {
        throw noSavepoints();
    }

    default void rollback(Savepoint savepoint) {
        throw noSavepoints();
    }

    default void release(Savepoint savepoint) {
        throw noSavepoints();
    }

    private static UnsupportedStepException noSavepoints() {
        return new UnsupportedStepException("savepoints are for the unit-of-work door only");
    }

    void commit();

    void rollback();

    /** What its flushes say of themselves that were not rolled back; nothing if they say nothing. */
    default Optional<List<FlushReport>> reports() {
        return Optional.empty();
    }

    /** Does something on the transaction's own connection. */
    void onConnection(SqlWork work);

    /** Gives everything back; rolls back what was not committed. */
    @Override
    void close();

    /** What is done on a connection. */
    @FunctionalInterface
    interface SqlWork {
        void on(Connection connection) throws SQLException;
    }
}
