package io.github.cascadecontract.catalog;

import io.github.cascadecontract.mapping.TableName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Four queries on {@code pg_catalog}, whatever the number of tables. */
final class CatalogReader {
    private final Connection connection;

    CatalogReader(Connection connection) {
        this.connection = connection;
    }

    Catalog read(Set<TableName> mapped) throws SQLException {
        Map<Long, Found> found = tables(List.copyOf(mapped));
        Array oids = connection.createArrayOf("oid", found.keySet().toArray());
        columns(found, oids);
        indexes(found, oids);
        Map<Long, CatalogTable> tables = new LinkedHashMap<>();
        found.forEach((oid, table) -> tables.put(oid, table.table()));
        return new Catalog(List.copyOf(tables.values()), keys(tables, oids));
    }

    private Map<Long, Found> tables(List<TableName> mapped) throws SQLException {
        Map<Long, Found> found = new LinkedHashMap<>();
        Array schemas = text(mapped.stream().map(TableName::schema).toList());
        Array names = text(mapped.stream().map(TableName::name).toList());
        query(CatalogQueries.TABLES, List.of(schemas, names), rows -> found.put(rows.getLong(1), Found.read(rows)));
        return found;
    }

    private void columns(Map<Long, Found> found, Array oids) throws SQLException {
        query(CatalogQueries.COLUMNS, List.of(oids), rows -> {
            Found table = found.get(rows.getLong(1));
            if (table != null)
                table.columns.add(new CatalogColumn(
                        rows.getString(2), rows.getString(3), rows.getBoolean(4), rows.getBoolean(5)));
        });
    }

    private void indexes(Map<Long, Found> found, Array oids) throws SQLException {
        query(CatalogQueries.INDEXES, List.of(oids), rows -> {
            Found table = found.get(rows.getLong(1));
            if (table == null) return;
            List<String> columns = list(rows, 6);
            table.indexes.add(new CatalogIndex(rows.getString(2), columns, rows.getBoolean(3), rows.getBoolean(4)));
            if (rows.getBoolean(5)) table.primaryKey.addAll(columns);
        });
    }

    private List<CatalogKey> keys(Map<Long, CatalogTable> tables, Array oids) throws SQLException {
        List<CatalogKey> keys = new ArrayList<>();
        query(CatalogQueries.KEYS, List.of(oids, oids), rows -> {
            CatalogTable table = tables.get(rows.getLong(2));
            CatalogTable parent = tables.get(rows.getLong(3));
            if (table != null && parent != null) keys.add(KeyRows.read(rows, table, parent));
        });
        return keys;
    }

    private void query(String sql, List<Array> parameters, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) statement.setArray(i + 1, parameters.get(i));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) reader.read(rows);
        }
    }

    private Array text(List<String> names) throws SQLException {
        Object[] stored = names.stream()
                .map(name -> name == null ? null : Identifier.stored(name))
                .toArray();
        return connection.createArrayOf("text", stored);
    }

    static List<String> list(ResultSet rows, int column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }

    private interface RowReader {
        void read(ResultSet rows) throws SQLException;
    }

    /** A table in the making. */
    private record Found(
            String schema,
            String name,
            boolean isVisible,
            boolean isReadable,
            CatalogTable.Kind kind,
            List<CatalogColumn> columns,
            List<String> primaryKey,
            List<CatalogIndex> indexes) {

        static Found read(ResultSet rows) throws SQLException {
            return new Found(
                    rows.getString(2),
                    rows.getString(3),
                    rows.getBoolean(4),
                    rows.getBoolean(5),
                    kind(rows.getString(6)),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        private static CatalogTable.Kind kind(String code) {
            return switch (code) {
                case "r" -> CatalogTable.Kind.TABLE;
                case "p" -> CatalogTable.Kind.PARTITIONED;
                default -> CatalogTable.Kind.OTHER;
            };
        }

        CatalogTable table() {
            return new CatalogTable(schema, name, isVisible, isReadable, columns, primaryKey, indexes, kind);
        }
    }
}
