package io.github.cascadecontract.cli;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the database is, and as whom to ask it. */
final class DatabaseOptions {
    /** It would repeat parts of a wrong URL, which may be a password. Kept here, so that it keeps its level. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    @Option(names = "--url", paramLabel = "URL", description = "The database, as jdbc:postgresql://host:5432/name.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", description = "As whom to log in.")
    private @Nullable String user;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description =
                    "Where tables without a schema are looked for; several with commas. Default: the user's search path.")
    private @Nullable String schema;

    @ArgGroup
    private @Nullable PasswordOptions password;

    boolean isGiven() {
        return url != null;
    }

    /** Connections that cannot write. */
    DataSource dataSource() throws SQLException {
        if (url == null) throw new InputException("Name the database with --url.");
        PGSimpleDataSource source = new PGSimpleDataSource();
        read(url, source);
        source.setApplicationName("cascade");
        source.setReadOnly(true);
        source.setReadOnlyMode("always");
        if (user != null) source.setUser(user);
        if (schema != null) source.setCurrentSchema(schema);
        if (password != null) source.setPassword(password.read());
        return source;
    }

    /** The URL is not repeated: it may hold a password. */
    private static void read(String url, PGSimpleDataSource source) {
        try {
            source.setURL(url);
        } catch (IllegalArgumentException malformed) {
            throw new InputException(
                    "--url is not of the form jdbc:postgresql://host:5432/name. A user and a password do not stand before the host: see --user and --password-env.");
        }
    }
}
