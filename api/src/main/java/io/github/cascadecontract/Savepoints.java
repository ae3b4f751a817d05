package io.github.cascadecontract;

import io.github.cascadecontract.error.DatabaseException;
import io.github.cascadecontract.spi.FailureTranslator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** Savepoints of one connection, with the errors of this library. */
final class Savepoints {
    private final Connection connection;
    private final FailureTranslator failures;

    Savepoints(Connection connection, FailureTranslator failures) {
        this.connection = connection;
        this.failures = failures;
    }

    Savepoint set() {
        try {
            return connection.setSavepoint();
        } catch (SQLException failure) {
            throw translated("could not be set", failure);
        }
    }

    void rollback(Savepoint savepoint) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException failure) {
            throw translated("cannot be rolled back to", failure);
        }
    }

    void release(Savepoint savepoint) {
        try {
            connection.releaseSavepoint(savepoint);
        } catch (SQLException failure) {
            throw translated("cannot be released", failure);
        }
    }

    private RuntimeException translated(String what, SQLException failure) {
        return failures.translate(new DatabaseException(
                "The savepoint %s: it is of another unit of work, released, or rolled back. Roll back the whole unit of work."
                        .formatted(what),
                failure));
    }
}
