package io.github.cascadecontract.conformance.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A PostgreSQL of this JVM's own, from programs that are a dependency, in a folder that vanishes with it. */
final class EmbeddedServer implements DatabaseServer {

    private final EmbeddedPostgres postgres;
    private final ServerFolder folder;

    private EmbeddedServer(EmbeddedPostgres postgres, ServerFolder folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /** Removes what earlier JVMs left behind, and starts a server. */
    static EmbeddedServer start(ServerPlace place) {
        try {
            AbandonedServers.remove(place);
            return startIn(place);
        } catch (IOException failure) {
            throw new DatabaseUnavailableException(WaysOut.embedded(failure.toString()), failure);
        }
    }

    private static EmbeddedServer startIn(ServerPlace place) throws IOException {
        try {
            return launch(place.best(), EmbeddedLaunch.ordinary());
        } catch (LaunchFailedException failure) {
            if (!SteppingDown.isPossible()) {
                throw failure.unavailable();
            }
            return startAsNobody(place.disk(), failure);
        }
    }

    /** On disk, because a file system in memory often allows no programs, and these are scripts of ours. */
    private static EmbeddedServer startAsNobody(Path place, LaunchFailedException first) throws IOException {
        try {
            return launch(place, SteppingDown::start);
        } catch (LaunchFailedException second) {
            second.addSuppressed(first);
            throw second.unavailable();
        }
    }

    private static EmbeddedServer launch(Path place, EmbeddedLaunch launch) throws IOException {
        ServerFolder folder = ServerFolder.create(place);
        try {
            return new EmbeddedServer(EmbeddedLaunch.start(folder, launch), folder);
        } catch (LaunchFailedException failure) {
            folder.close();
            throw failure;
        }
    }

    Path folder() {
        return folder.path();
    }

    @Override
    public ServerAddress address() {
        return new ServerAddress(postgres.getJdbcUrl("postgres", "postgres"), null, null);
    }

    @Override
    public String describe(String version) {
        return "embedded PostgreSQL " + version;
    }

    @Override
    public boolean isDisposable() {
        return true;
    }

    @Override
    public void close() {
        folder.closeAfter(this::stop);
    }

    private void stop() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
