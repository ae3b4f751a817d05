package io.github.cascadecontract.conformance.database;

/** A PostgreSQL that answers, and what it takes to let go of it. */
interface DatabaseServer extends AutoCloseable {

    ServerAddress address();

    /** Names the kind of server for reports, given the version that it tells. */
    String describe(String version);

    /** Tells whether the server and all that is in it vanish with {@link #close()}. */
    boolean isDisposable();

    /** Stops what was started; a second call does nothing. */
    @Override
    void close();

    /** Starts or finds the server that the settings name. */
    static DatabaseServer start(DatabaseSettings settings) {
        String database = settings.database();
        if (database == null) {
            return EmbeddedServer.start(ServerPlace.standard());
        }
        if (database.startsWith(GivenServer.PREFIX)) {
            return GivenServer.find(new ServerAddress(database, settings.user(), settings.password()));
        }
        if (database.startsWith(ContainerServer.PREFIX)) {
            return ContainerServer.start(database.substring(ContainerServer.PREFIX.length()));
        }
        throw new DatabaseUnavailableException(WaysOut.unknown(settings), null);
    }
}
