package io.github.cascadecontract.conformance.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/** A server that the user names and keeps. Only schemas are made in it, and dropped again. */
record GivenServer(ServerAddress address) implements DatabaseServer {

    static final String PREFIX = "jdbc:postgresql:";

    private static final String MAY_CREATE =
            "SELECT has_database_privilege(current_database(), 'CREATE'), current_user";

    static GivenServer find(ServerAddress address) {
        if (Driver.parseURL(address.url(), new Properties()) == null) {
            throw new DatabaseUnavailableException(
                    WaysOut.unusable(address, "this is no URL of the form " + PREFIX + "//HOST:PORT/DATABASE."), null);
        }
        try (Connection connection = address.connect()) {
            requireRightToCreate(connection, address);
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException(WaysOut.given(address, failure), failure);
        }
        return new GivenServer(address);
    }

    private static void requireRightToCreate(Connection connection, ServerAddress address) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MAY_CREATE)) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new DatabaseUnavailableException(WaysOut.unusable(address, mayNotCreate(row.getString(2))), null);
            }
        }
    }

    private static String mayNotCreate(String user) {
        return "user " + user + " may not create schemas. Let the owner say GRANT CREATE ON DATABASE ... TO " + user
                + ".";
    }

    @Override
    public String describe(String version) {
        return "PostgreSQL " + version + " at " + address;
    }

    @Override
    public boolean isDisposable() {
        return false;
    }

    @Override
    public void close() {
        // It was there before and stays.
    }
}
