package io.github.cascadecontract.conformance.database;

import org.jspecify.annotations.Nullable;

/**
 * Says which database the suite runs on.
 *
 * @param database null for the embedded PostgreSQL, a {@code jdbc:postgresql:} URL, or {@code testcontainers:} and an
 *     image
 * @param user the user of a URL that names none, or null
 * @param password the password of a URL that names none, or null; never part of a message
 */
public record DatabaseSettings(
        @Nullable String database,
        @Nullable String user,
        @Nullable String password) {

    /** The system property that chooses the database. */
    public static final String DATABASE = "cascade.database";

    static final String USER = DATABASE + ".user";
    static final String PASSWORD = DATABASE + ".password";

    /** Takes an empty value for an absent one. */
    public DatabaseSettings {
        database = absentIfBlank(database);
        user = absentIfBlank(user);
        password = absentIfBlank(password);
    }

    /** Returns the settings of a server that is started for this JVM and removed with it. */
    public static DatabaseSettings embedded() {
        return new DatabaseSettings(null, null, null);
    }

    /** Reads {@code cascade.database}, {@code cascade.database.user} and {@code cascade.database.password}. */
    public static DatabaseSettings fromSystemProperties() {
        return new DatabaseSettings(
                System.getProperty(DATABASE), System.getProperty(USER), System.getProperty(PASSWORD));
    }

    /** Names the database without user and password. */
    @Override
    public String toString() {
        return database == null ? "embedded" : ServerAddress.withoutSecrets(database);
    }

    private static @Nullable String absentIfBlank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
