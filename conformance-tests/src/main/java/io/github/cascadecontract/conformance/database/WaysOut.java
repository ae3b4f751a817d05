package io.github.cascadecontract.conformance.database;

import java.sql.SQLException;
import java.util.Map;

/** What to tell a user whose database cannot be had: the cause first, then the ways out, ready to be typed. */
final class WaysOut {

    private static final String GIVEN = way(
            "-Dcascade.database=jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD",
            "a PostgreSQL server that you have");
    private static final String CONTAINER = way(
            "-Dcascade.database=testcontainers:postgres:18",
            "a container; needs Docker, and org.testcontainers:testcontainers-postgresql on the class path");
    private static final String EMBEDDED =
            way("without -Dcascade.database", "an embedded PostgreSQL, which needs neither server nor Docker");
    private static final String ORDINARY_USER = way(
            "the same command as an ordinary user",
            "PostgreSQL refuses to run as root, and here root may neither `unshare -U` nor become the user nobody");

    private static final Map<String, String> NEXT_STEPS = Map.of(
            "28P01", "Check the password (in the URL, or -Dcascade.database.password=).",
            "28000", "Check the user (in the URL, or -Dcascade.database.user=) and the server's pg_hba.conf.",
            "3D000", "Create the database, or name one that exists.",
            "53300", "The server has no free connection: close some, or raise max_connections.");

    private WaysOut() {}

    static String embedded(String cause) {
        return lines(
                "The embedded PostgreSQL cannot be started on this machine: " + cause, "Ways out:", GIVEN, CONTAINER);
    }

    static String embeddedAsRoot(String cause) {
        return lines(embedded(cause), ORDINARY_USER);
    }

    static String given(ServerAddress address, SQLException failure) {
        String next = NEXT_STEPS.getOrDefault(
                String.valueOf(failure.getSQLState()),
                "Start the server, or check host, port and database of the URL.");
        return lines(
                "The database at " + address + " cannot be used: " + failure.getMessage(),
                next,
                "Or:",
                CONTAINER,
                EMBEDDED);
    }

    static String unusable(ServerAddress address, String cause) {
        return lines("The database at " + address + " cannot be used: " + cause, "Or:", CONTAINER, EMBEDDED);
    }

    static String containerLibraryMissing() {
        return lines(
                "-Dcascade.database=testcontainers:... needs Testcontainers, which is not on the class path."
                        + " Add org.testcontainers:testcontainers-postgresql (2.0.5 is known to work).",
                "Or:",
                GIVEN,
                EMBEDDED);
    }

    static String container(String image, Throwable failure) {
        return lines(
                "The container of " + image + " cannot be started: " + failure.getMessage(),
                "Check that Docker runs and may be used (docker ps) and that the image can be pulled (docker pull "
                        + image + ").",
                "Where images cannot be pulled: TESTCONTAINERS_RYUK_DISABLED=true, and with a file /.dockerenv also"
                        + " TESTCONTAINERS_HOST_OVERRIDE=localhost.",
                "Or:",
                GIVEN,
                EMBEDDED);
    }

    static String unknown(DatabaseSettings settings) {
        return lines("-Dcascade.database=" + settings + " is none of these:", GIVEN, CONTAINER, EMBEDDED);
    }

    private static String way(String command, String what) {
        return lines("  " + command, "      " + what);
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines);
    }
}
