package io.github.cascadecontract.conformance.database;

import java.io.IOException;

/** A program that opens a database, says where it is, and holds it until its input ends. */
final class DatabaseHolder {

    private DatabaseHolder() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedServer server = EmbeddedServer.start(ServerPlace.standard());
        try (TestDatabase database = TestDatabase.on(server)) {
            System.out.println(server.folder());
            System.out.println(server.address().url());
            System.out.println(database.createSchema("held").name());
            while (System.in.read() >= 0) {}
        }
    }
}
