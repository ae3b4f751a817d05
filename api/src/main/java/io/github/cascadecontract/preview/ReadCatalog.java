package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.Catalog;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.mapping.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * What is known of the tables.
 *
 * @param catalog tables and keys
 * @param notes what limits the knowledge
 */
record ReadCatalog(Catalog catalog, List<String> notes) {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String NOT_READ =
            "The database's catalogue must not be read by this connection, so the foreign keys are taken from the mapping: "
                    + "keys without @OnDelete count as NO ACTION, and tables that the mapping does not know are not seen.";

    ReadCatalog {
        notes = List.copyOf(notes);
    }

    /** From the database's own catalogue, or if that must not be read from the mapping. */
    static ReadCatalog of(CascadeContract contract, Connection connection) throws SQLException {
        Set<TableName> names = MappedTables.names(contract);
        try {
            return new ReadCatalog(Attempt.on(connection, () -> Catalog.read(connection, names)), List.of());
        } catch (SQLException failure) {
            if (!isRefused(failure)) throw failure;
            return new ReadCatalog(DeclaredCatalog.of(contract, connection), List.of(NOT_READ));
        }
    }

    /** Whether the connection has no right to what it asked for. */
    static boolean isRefused(SQLException failure) {
        return INSUFFICIENT_PRIVILEGE.equals(failure.getSQLState());
    }
}
