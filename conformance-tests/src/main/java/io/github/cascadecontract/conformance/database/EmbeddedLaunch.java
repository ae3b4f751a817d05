package io.github.cascadecontract.conformance.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;

/** One way to get PostgreSQL's programs running in a folder. */
@FunctionalInterface
interface EmbeddedLaunch {

    /** Starts a server with the given programs; the caller stops what a failed start leaves running. */
    EmbeddedPostgres start(ServerFolder folder, ServerPrograms programs) throws IOException;

    /** As the user that runs this JVM; for root the library takes a user namespace. */
    static EmbeddedLaunch ordinary() {
        return (folder, programs) -> programs.start(settings(folder));
    }

    /** Starts a server one way or another, and tells why if it does not start. */
    static EmbeddedPostgres start(ServerFolder folder, EmbeddedLaunch launch) {
        try {
            return launch.start(folder, ServerPrograms.standard());
        } catch (IOException | RuntimeException | ExceptionInInitializerError failure) {
            throw new LaunchFailedException(LaunchOutput.cause(folder.output(), failure), failure);
        }
    }

    /**
     * Durability is of no use here; the output goes to a file, so that the console stays quiet and a failure can be
     * told.
     */
    static EmbeddedPostgres.Builder settings(ServerFolder folder) {
        ProcessBuilder.Redirect output =
                ProcessBuilder.Redirect.appendTo(folder.output().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setPGStartupWait(Duration.ofSeconds(30))
                .setServerConfig("max_connections", "100")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("unix_socket_directories", "");
    }
}
