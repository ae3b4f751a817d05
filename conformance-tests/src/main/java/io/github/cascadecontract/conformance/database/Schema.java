package io.github.cascadecontract.conformance.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * One schema of a {@link TestDatabase}, in which scenarios find their tables under plain names.
 *
 * <p>To be used by one thread at a time; any number of connections may be taken.
 */
public final class Schema implements AutoCloseable {

    /**
     * One statement for all tables: foreign keys, also those in circles, are looked at when every row is gone. TRUNCATE
     * would take twice as long for the few rows of a scenario, and make the server plan everything again.
     */
    private static final String EMPTY = """
            DO $$
            DECLARE deletions text;
            BEGIN
                SELECT string_agg(format('%1$I AS (DELETE FROM %1$I)', tablename), ', ') INTO deletions
                FROM pg_catalog.pg_tables WHERE schemaname = current_schema();
                IF deletions IS NOT NULL THEN
                    EXECUTE 'WITH ' || deletions || ' SELECT';
                END IF;
                PERFORM setval(s.seqrelid, s.seqstart, false)
                FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
                WHERE c.relnamespace = current_schema()::regnamespace;
            END $$""";

    private final String name;
    private final DataSource dataSource;
    private final Consumer<Schema> whenDropped;
    private final AtomicBoolean dropped = new AtomicBoolean();

    Schema(String name, DataSource pool, Consumer<Schema> whenDropped) {
        this.name = name;
        this.dataSource = new SchemaDataSource(pool, name);
        this.whenDropped = whenDropped;
    }

    /** Returns the real name: lower case, no quotes needed. */
    public String name() {
        return name;
    }

    /** Returns connections of the shared pool, in auto-commit mode, that look for tables in this schema alone. */
    public DataSource dataSource() {
        return dataSource;
    }

    /**
     * Runs one or more statements, separated by semicolons, in a transaction of their own.
     *
     * @throws SchemaException if a statement fails; then none of them has had an effect
     */
    public void execute(String sql) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new SchemaException(name, failure);
        }
    }

    /**
     * Deletes all rows of all tables, and lets sequences start again. A row audit notes these deletions like any other.
     *
     * @throws SchemaException if a trigger of the user's objects, or a transaction on the tables is still open
     */
    public void empty() {
        execute(EMPTY);
    }

    /**
     * Drops the schema with all that is in it; a second call does nothing.
     *
     * @throws SchemaException if a transaction that was left open keeps a lock on it for ten seconds
     */
    @Override
    public void close() {
        if (dropped.compareAndSet(false, true)) {
            execute("SET LOCAL lock_timeout = '10s'; DROP SCHEMA IF EXISTS " + name + " CASCADE");
            whenDropped.accept(this);
        }
    }
}
