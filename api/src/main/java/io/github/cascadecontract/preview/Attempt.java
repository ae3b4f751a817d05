package io.github.cascadecontract.preview;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** Statements that may fail without spoiling the transaction that they run in. */
final class Attempt {
    private Attempt() {}

    /** What is tried. */
    interface Statements<T> {
        T run() throws SQLException;
    }

    /** Runs statements; if they fail, the transaction is as it was before. */
    static <T> T on(Connection connection, Statements<T> statements) throws SQLException {
        if (connection.getAutoCommit()) return statements.run();
        Savepoint before = connection.setSavepoint();
        try {
            T result = statements.run();
            connection.releaseSavepoint(before);
            return result;
        } catch (SQLException failure) {
            undo(connection, before, failure);
            throw failure;
        }
    }

    private static void undo(Connection connection, Savepoint before, SQLException failure) {
        try {
            connection.rollback(before);
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }
}
