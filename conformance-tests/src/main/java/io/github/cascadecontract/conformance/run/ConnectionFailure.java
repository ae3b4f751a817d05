package io.github.cascadecontract.conformance.run;

import java.sql.Connection;
import java.sql.SQLException;

/** A statement that the suite sent itself has failed. */
final class ConnectionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ConnectionFailure(SQLException cause) {
        super(cause);
    }

    static void run(DoorSession.SqlWork work, Connection connection) {
        try {
            work.on(connection);
        } catch (SQLException failure) {
            throw new ConnectionFailure(failure);
        }
    }
}
