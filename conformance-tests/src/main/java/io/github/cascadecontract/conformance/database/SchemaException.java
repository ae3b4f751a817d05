package io.github.cascadecontract.conformance.database;

import java.sql.SQLException;

/** Thrown when DDL, seed or clean-up of a {@link Schema} fails. The cause carries the SQLSTATE. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    SchemaException(String schema, SQLException cause) {
        super("Schema " + schema + ": " + cause.getMessage() + hint(cause), cause);
    }

    private static String hint(SQLException cause) {
        return LOCK_NOT_AVAILABLE.equals(cause.getSQLState())
                ? "\nA transaction on its tables is still open: commit, roll back or close the connection first."
                : "";
    }
}
