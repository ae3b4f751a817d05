package io.github.cascadecontract.conformance.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells the schemas of this run from those of others on the same server. A run holds an advisory lock for as long as
 * its connection lives, and each schema carries the number of that lock in its comment: a schema whose lock nobody
 * holds was left behind.
 */
final class SchemaLease implements AutoCloseable {

    /** The first half of every lock number here: "casc". */
    private static final int LOCKS = 0x63617363;

    private static final String COMMENT = "made by cascade-conformance-tests, run ";
    private static final int LABEL_LENGTH = 40;
    private static final String ABANDONED = """
            SELECT n.nspname FROM pg_catalog.pg_namespace n
            JOIN pg_catalog.pg_description d ON d.objoid = n.oid AND d.classoid = 'pg_namespace'::regclass
            WHERE d.description LIKE '%1$s%%' AND n.nspowner = current_user::regrole AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_database b ON b.oid = l.database
                WHERE l.locktype = 'advisory' AND b.datname = current_database() AND l.classid::bigint = %2$d
                AND l.objid::text = substr(d.description, length('%1$s') + 1))
            """.formatted(COMMENT, LOCKS);

    private final Connection connection;
    private final String serverVersion;
    private final int run;
    private final AtomicInteger schemas = new AtomicInteger();

    private SchemaLease(Connection connection, int run) throws SQLException {
        this.connection = connection;
        this.run = run;
        this.serverVersion = query(connection, "SHOW server_version").get(0);
    }

    static SchemaLease take(ServerAddress address) {
        int run = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        try {
            return take(address.connect(), run);
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException(WaysOut.given(address, failure), failure);
        }
    }

    private static SchemaLease take(Connection connection, int run) throws SQLException {
        try {
            query(connection, "SELECT pg_advisory_lock(%d, %d)".formatted(LOCKS, run));
            dropAbandoned(connection);
            return new SchemaLease(connection, run);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private static void dropAbandoned(Connection connection) throws SQLException {
        for (String schema : query(connection, ABANDONED)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP SCHEMA IF EXISTS " + statement.enquoteIdentifier(schema, true) + " CASCADE");
            }
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    String serverVersion() {
        return serverVersion;
    }

    String newSchema(String label) {
        String plain = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_");
        String readable = plain.substring(0, Math.min(plain.length(), LABEL_LENGTH));
        return "cascade_%x_%d_%s".formatted(run, schemas.incrementAndGet(), readable);
    }

    /** Returns the statements that create a schema of this run. */
    String ddl(String schema) {
        return "CREATE SCHEMA %1$s; COMMENT ON SCHEMA %1$s IS '%2$s%3$d'".formatted(schema, COMMENT, run);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("The connection to the test database cannot be closed", failure);
        }
    }
}
