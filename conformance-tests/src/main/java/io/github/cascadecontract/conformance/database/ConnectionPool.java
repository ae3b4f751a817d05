package io.github.cascadecontract.conformance.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * The one pool of a database: a schema is a view of it, since a pool each would cost more than the scenario that it
 * serves.
 */
final class ConnectionPool {

    private static final int SIZE = 10;

    /** A scenario that waits for a lock, or for ever, fails instead of holding up the others. */
    private static final String LIMITS = "SET lock_timeout = '10s'; SET statement_timeout = '120s'";

    private ConnectionPool() {}

    static HikariDataSource open(ServerAddress address) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName(TestDatabase.APPLICATION_NAME);
        settings.setJdbcUrl(address.url());
        settings.setUsername(address.user());
        settings.setPassword(address.password());
        settings.addDataSourceProperty("ApplicationName", TestDatabase.APPLICATION_NAME);
        settings.setMaximumPoolSize(SIZE);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(10_000);
        settings.setConnectionInitSql(LIMITS);
        return new HikariDataSource(settings);
    }
}
