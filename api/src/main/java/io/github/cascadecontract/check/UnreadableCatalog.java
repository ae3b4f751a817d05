package io.github.cascadecontract.check;

import io.github.cascadecontract.error.DatabaseException;
import java.sql.SQLException;

/** Why the catalogue could not be read. */
final class UnreadableCatalog {
    private static final String NO_RIGHTS = "42501";

    private UnreadableCatalog() {}

    static DatabaseException because(SQLException failed) {
        String message = NO_RIGHTS.equals(failed.getSQLState())
                ? "The check may not read the catalogue (SQLSTATE 42501). Grant SELECT on pg_class, pg_namespace, pg_attribute, pg_attrdef, "
                        + "pg_type, pg_index and pg_constraint of pg_catalog, or check the mapping alone."
                : "The check got no answer from the catalogue (SQLSTATE %s). See that the data source reaches a PostgreSQL 12 or later."
                        .formatted(failed.getSQLState());
        return new DatabaseException(message, failed);
    }
}
