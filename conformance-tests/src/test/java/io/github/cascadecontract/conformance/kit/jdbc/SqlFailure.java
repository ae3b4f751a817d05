package io.github.cascadecontract.conformance.kit.jdbc;

import java.sql.SQLException;

/** What the database said; the unit of work in front of the adapter translates it. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause);
    }
}
