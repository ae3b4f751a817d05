package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.mapping.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The types of some columns, asked for without the catalogue.
 *
 * @param exists whether the table is there
 * @param isReadable whether the connection may SELECT from it
 * @param types as PostgreSQL writes them, in the order asked for; of a table that is not readable all the same
 */
record ColumnTypes(boolean exists, boolean isReadable, List<String> types) {
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_SCHEMA = "3F000";

    ColumnTypes {
        types = List.copyOf(types);
    }

    static ColumnTypes of(Connection connection, TableName table, List<String> stored) throws SQLException {
        try {
            return Attempt.on(connection, () -> read(connection, table, stored));
        } catch (SQLException failure) {
            boolean isMissing =
                    UNDEFINED_TABLE.equals(failure.getSQLState()) || UNDEFINED_SCHEMA.equals(failure.getSQLState());
            if (isMissing) return new ColumnTypes(false, false, List.of());
            if (!ReadCatalog.isRefused(failure)) throw failure;
            return new ColumnTypes(true, false, Collections.nCopies(stored.size(), "text"));
        }
    }

    private static ColumnTypes read(Connection connection, TableName table, List<String> stored) throws SQLException {
        String columns = stored.stream()
                .map(column -> "pg_typeof(t.%s)::text".formatted(Identifier.quoted(column)))
                .collect(Collectors.joining(", "));
        String sql = "SELECT %s FROM (SELECT 1) one LEFT JOIN %s t ON false".formatted(columns, sql(table));
        List<String> types = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            for (int i = 1; i <= stored.size(); i++) types.add(rows.getString(i));
        }
        return new ColumnTypes(true, true, types);
    }

    private static String sql(TableName table) {
        String name = Identifier.quoted(Identifier.stored(table.name()));
        return table.schema() == null ? name : Identifier.quoted(Identifier.stored(table.schema())) + "." + name;
    }
}
