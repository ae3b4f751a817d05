package io.github.cascadecontract.conformance.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A {@link DatabaseHolder} in a JVM of its own. */
record HeldDatabase(Process process, Path folder, String url, String schema) implements AutoCloseable {

    static HeldDatabase start() throws IOException {
        Process process = ChildJvm.of(DatabaseHolder.class).start();
        BufferedReader lines = process.inputReader();
        return new HeldDatabase(process, Path.of(lines.readLine()), lines.readLine(), lines.readLine());
    }

    boolean answers() {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            return false;
        }
    }

    boolean hasFolder() {
        return Files.exists(folder);
    }

    void killAtOnce() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.onExit().join();
    }
}
