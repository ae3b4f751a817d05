package io.github.cascadecontract.catalog;

import io.github.cascadecontract.annotation.ReferentialAction;
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
    private static final String TABLES = """
            WITH RECURSIVE written (schema_name, table_name) AS (SELECT * FROM unnest(?, ?)),
            reached (oid) AS (
                SELECT c.oid FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                JOIN written w ON w.table_name = c.relname
                    AND CASE WHEN w.schema_name IS NULL THEN pg_catalog.pg_table_is_visible(c.oid)
                        ELSE n.nspname = w.schema_name END
                WHERE c.relkind IN ('r', 'p')
                UNION
                SELECT k.conrelid FROM reached r
                JOIN pg_catalog.pg_constraint k ON k.confrelid = r.oid AND k.contype = 'f' AND k.conparentid = 0)
            SELECT c.oid, n.nspname, c.relname, pg_catalog.pg_table_is_visible(c.oid),
                pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
            FROM reached JOIN pg_catalog.pg_class c USING (oid)
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            ORDER BY 2, 3""";

    private static final String COLUMNS = """
            SELECT attrelid, attname, pg_catalog.format_type(atttypid, atttypmod), attnotnull, atthasdef
            FROM pg_catalog.pg_attribute
            WHERE attrelid = ANY (?) AND attnum > 0 AND NOT attisdropped
            ORDER BY attrelid, attnum""";

    private static final String INDEXES = """
            SELECT i.indrelid, c.relname, i.indisunique, i.indisvalid AND i.indpred IS NULL, i.indisprimary,
                ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY k (attnum, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                    WHERE k.place <= i.indnkeyatts AND k.place < coalesce(
                        (SELECT min(e.place) FROM unnest(i.indkey::int2[]) WITH ORDINALITY e (attnum, place)
                            WHERE e.attnum = 0), 1000)
                    ORDER BY k.place)
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = ANY (?)
            ORDER BY i.indrelid, c.relname""";

    /** PostgreSQL 15 and later can name the columns that SET NULL changes; before, the catalogue has no such column. */
    private static final String KEYS = """
            SELECT k.conname, k.conrelid, k.confrelid, k.confdeltype::text, k.condeferrable, k.convalidated,
                ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY p (attnum, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum ORDER BY p.place),
                ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY p (attnum, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum ORDER BY p.place),
                ARRAY(SELECT a.attname::text FROM pg_catalog.jsonb_array_elements_text(
                        pg_catalog.to_jsonb(k) -> 'confdelsetcols') p (attnum)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum::int2
                    WHERE pg_catalog.jsonb_typeof(pg_catalog.to_jsonb(k) -> 'confdelsetcols') = 'array')
            FROM pg_catalog.pg_constraint k
            WHERE k.contype = 'f' AND k.conparentid = 0 AND k.conrelid = ANY (?) AND k.confrelid = ANY (?)
            ORDER BY k.conname, k.oid""";

    private final Connection connection;

    CatalogReader(Connection connection) {
        this.connection = connection;
    }

    Catalog read(Set<TableName> mapped) throws SQLException {
        Map<Long, Found> found = tables(List.copyOf(mapped));
        Array oids = connection.createArrayOf("int8", found.keySet().toArray());
        columns(found, oids);
        indexes(found, oids);
        Map<Long, CatalogTable> tables = new LinkedHashMap<>();
        found.forEach((oid, table) -> tables.put(oid, table.table()));
        return new Catalog(List.copyOf(tables.values()), keys(tables, oids));
    }

    private Map<Long, Found> tables(List<TableName> mapped) throws SQLException {
        Map<Long, Found> found = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setArray(1, text(mapped.stream().map(TableName::schema).toList()));
            statement.setArray(2, text(mapped.stream().map(TableName::name).toList()));
            ResultSet rows = statement.executeQuery();
            while (rows.next())
                found.put(
                        rows.getLong(1),
                        new Found(rows.getString(2), rows.getString(3), rows.getBoolean(4), rows.getBoolean(5)));
        }
        return found;
    }

    private void columns(Map<Long, Found> found, Array oids) throws SQLException {
        query(COLUMNS, oids, rows -> {
            Found table = found.get(rows.getLong(1));
            if (table != null)
                table.columns.add(new CatalogColumn(
                        rows.getString(2), rows.getString(3), rows.getBoolean(4), rows.getBoolean(5)));
        });
    }

    private void indexes(Map<Long, Found> found, Array oids) throws SQLException {
        query(INDEXES, oids, rows -> {
            Found table = found.get(rows.getLong(1));
            if (table == null) return;
            List<String> columns = list(rows, 6);
            table.indexes.add(new CatalogIndex(rows.getString(2), columns, rows.getBoolean(3), rows.getBoolean(4)));
            if (rows.getBoolean(5)) table.primaryKey.addAll(columns);
        });
    }

    private List<CatalogKey> keys(Map<Long, CatalogTable> tables, Array oids) throws SQLException {
        List<CatalogKey> keys = new ArrayList<>();
        query(KEYS, oids, rows -> {
            CatalogTable table = tables.get(rows.getLong(2));
            CatalogTable parent = tables.get(rows.getLong(3));
            if (table != null && parent != null) keys.add(key(rows, table, parent));
        });
        return keys;
    }

    private static CatalogKey key(ResultSet rows, CatalogTable table, CatalogTable parent) throws SQLException {
        List<String> columns = list(rows, 7);
        List<String> changed = list(rows, 9);
        return new CatalogKey(
                rows.getString(1),
                table,
                columns,
                parent,
                list(rows, 8),
                action(rows.getString(4)),
                changed.isEmpty() ? columns : changed,
                rows.getBoolean(5),
                rows.getBoolean(6));
    }

    private static ReferentialAction action(String code) {
        return switch (code) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private void query(String sql, Array oids, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) statement.setArray(i, oids);
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

    private static List<String> list(ResultSet rows, int column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }

    private interface RowReader {
        void read(ResultSet rows) throws SQLException;
    }

    /** A table in the making. */
    private static final class Found {
        private final String schema;
        private final String name;
        private final boolean visible;
        private final boolean readable;
        private final List<CatalogColumn> columns = new ArrayList<>();
        private final List<CatalogIndex> indexes = new ArrayList<>();
        private final List<String> primaryKey = new ArrayList<>();

        private Found(String schema, String name, boolean visible, boolean readable) {
            this.schema = schema;
            this.name = name;
            this.visible = visible;
            this.readable = readable;
        }

        private CatalogTable table() {
            return new CatalogTable(schema, name, visible, readable, columns, primaryKey, indexes);
        }
    }
}
