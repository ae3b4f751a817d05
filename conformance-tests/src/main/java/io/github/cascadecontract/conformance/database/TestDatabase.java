package io.github.cascadecontract.conformance.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A PostgreSQL to run scenarios on, with a small pool of connections and a schema for whoever asks.
 *
 * <pre>{@code
 * try (TestDatabase database = TestDatabase.open();
 *         Schema schema = database.createSchema("orders")) {
 *     schema.execute("CREATE TABLE users (id integer PRIMARY KEY)");
 *     DataSource dataSource = schema.dataSource();
 * }
 * }</pre>
 *
 * <p>Opening also removes what earlier JVMs left behind because they were killed: servers, folders, containers and
 * schemas. Those of JVMs that live are never touched. May be used by several threads.
 */
public final class TestDatabase implements AutoCloseable {

    static final String APPLICATION_NAME = "cascade-conformance-tests";

    private static final String DEFAULT_SCHEMA = "public";
    private static final int SCHEMAS_PER_CONNECTION = 20;

    private final DatabaseServer server;
    private final HikariDataSource pool;
    private final SchemaLease lease;
    private final String description;
    private final Queue<Schema> schemas = new ConcurrentLinkedQueue<>();
    private final AtomicInteger dropped = new AtomicInteger();

    private TestDatabase(DatabaseServer server, HikariDataSource pool, SchemaLease lease) {
        this.server = server;
        this.pool = pool;
        this.lease = lease;
        this.description = server.describe(lease.serverVersion());
    }

    /**
     * Opens the database that the system property {@code cascade.database} names; without it, an embedded one.
     *
     * @throws DatabaseUnavailableException if it cannot be had, with the cause and the ways out
     */
    public static TestDatabase open() {
        return open(DatabaseSettings.fromSystemProperties());
    }

    /**
     * Opens the database that the settings name.
     *
     * @throws DatabaseUnavailableException if it cannot be had, with the cause and the ways out
     */
    public static TestDatabase open(DatabaseSettings settings) {
        return on(DatabaseServer.start(settings));
    }

    static TestDatabase on(DatabaseServer server) {
        try {
            return on(server, SchemaLease.take(server.address()));
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    private static TestDatabase on(DatabaseServer server, SchemaLease lease) {
        try {
            return new TestDatabase(server, ConnectionPool.open(server.address()), lease);
        } catch (RuntimeException failure) {
            lease.close();
            throw failure;
        }
    }

    /**
     * Returns the pool, whose connections see the schema {@code public}; scenarios take {@link Schema#dataSource()}.
     */
    public DataSource dataSource() {
        return new SchemaDataSource(pool, DEFAULT_SCHEMA);
    }

    /** Returns kind and version of the server, such as {@code embedded PostgreSQL 18.6}. */
    public String description() {
        return description;
    }

    /**
     * Creates an empty schema with a name that was never used before.
     *
     * @param label what the name shall remind of; letters, digits and underscores of it become part of the name
     */
    public Schema createSchema(String label) {
        Schema schema = new Schema(lease.newSchema(label), pool, this::forget);
        schema.execute(lease.ddl(schema.name()));
        schemas.add(schema);
        return schema;
    }

    /**
     * A connection keeps the plans of triggers and foreign keys that are gone, and looks through all of them with every
     * change of a table: after 500 schemas that takes ten times as long as everything else.
     */
    private void forget(Schema schema) {
        schemas.remove(schema);
        if (dropped.incrementAndGet() % SCHEMAS_PER_CONNECTION == 0) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /** Returns how many connections of the pool are out; a test that ends with more than zero has leaked one. */
    public int connectionsInUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** Drops the schemas, closes the pool, and stops what {@link #open()} has started. */
    @Override
    public void close() {
        try (server;
                lease;
                pool) {
            dropSchemas();
        }
    }

    private void dropSchemas() {
        if (!server.isDisposable()) {
            schemas.forEach(Schema::close);
        }
    }
}
