package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import java.sql.Connection;
import java.sql.SQLException;
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

    void detach(Object entity);

    boolean contains(Object entity);

    boolean isLoaded(Object entity, String attribute);

    /** A column of the entity's own row was set in memory. */
    default void changed(Object entity) {}

    void flush();

    void commit();

    void rollback();

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
