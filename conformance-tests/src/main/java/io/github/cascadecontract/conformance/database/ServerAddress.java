package io.github.cascadecontract.conformance.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where a server listens, and as whom to log in; null where the URL says so itself. */
record ServerAddress(
        String url, @Nullable String user, @Nullable String password) {

    /** Opens a connection outside any pool. */
    Connection connect() throws SQLException {
        Properties login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        login.setProperty("ApplicationName", TestDatabase.APPLICATION_NAME);
        return DriverManager.getConnection(url, login);
    }

    @Override
    public String toString() {
        return withoutSecrets(url);
    }

    /** Cuts off what may hold a password: the parameters, and a {@code user:password@} in front of the host. */
    static String withoutSecrets(String url) {
        int parameters = url.indexOf('?');
        String location = parameters < 0 ? url : url.substring(0, parameters);
        return location.replaceFirst("//.*@", "//");
    }
}
