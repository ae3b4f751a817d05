package io.github.cascadecontract.catalog;

/** The four queries on {@code pg_catalog}; their number does not grow with the tables. */
final class CatalogQueries {
    /** The parents of mapped tables are read as well, for keys that lead there; what else refers to them is not. */
    static final String TABLES = """
            WITH RECURSIVE written (schema_name, table_name) AS (SELECT * FROM unnest(?, ?)),
            mapped (oid) AS (
                SELECT c.oid FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                JOIN written w ON w.table_name = c.relname
                    AND CASE WHEN w.schema_name IS NULL THEN pg_catalog.pg_table_is_visible(c.oid)
                        ELSE n.nspname = w.schema_name END
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')),
            reached (oid) AS (
                SELECT oid FROM mapped
                UNION
                SELECT k.conrelid FROM reached r
                JOIN pg_catalog.pg_constraint k ON k.confrelid = r.oid AND k.contype = 'f' AND k.conparentid = 0),
            known (oid) AS (
                SELECT oid FROM reached
                UNION
                SELECT k.confrelid FROM mapped m
                JOIN pg_catalog.pg_constraint k ON k.conrelid = m.oid AND k.contype = 'f' AND k.conparentid = 0)
            SELECT c.oid, n.nspname, c.relname, pg_catalog.pg_table_is_visible(c.oid),
                pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT'),
                c.relkind::text
            FROM known JOIN pg_catalog.pg_class c USING (oid)
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            ORDER BY 2, 3""";

    /** A domain counts as what it stands for, with its own NOT NULL and default. */
    static final String COLUMNS = """
            SELECT a.attrelid, a.attname,
                CASE WHEN t.typtype = 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod)
                    ELSE pg_catalog.format_type(a.atttypid, a.atttypmod) END,
                a.attnotnull OR t.typnotnull,
                coalesce(pg_catalog.pg_get_expr(d.adbin, d.adrelid), t.typdefault, 'NULL::') NOT LIKE 'NULL::%'
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = ANY (?) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum""";

    /** A search for a value finds the same rows in an index without those where the first column is NULL. */
    static final String INDEXES = """
            SELECT i.indrelid, c.relname, i.indisunique,
                i.indisvalid AND (i.indpred IS NULL OR EXISTS (
                    SELECT FROM pg_catalog.pg_attribute f WHERE f.attrelid = i.indrelid AND f.attnum = i.indkey[0]
                    AND pg_catalog.pg_get_expr(i.indpred, i.indrelid)
                        = pg_catalog.format('(%I IS NOT NULL)', f.attname))),
                i.indisprimary,
                ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY k (attnum, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                    WHERE k.place <= i.indnkeyatts AND k.place < coalesce(
                        (SELECT min(e.place) FROM unnest(i.indkey::int2[]) WITH ORDINALITY e (attnum, place)
                            WHERE e.attnum = 0), 1000)
                    ORDER BY k.place)
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = ANY (?)
            ORDER BY i.indrelid, c.relname""";

    /**
     * By way of JSON what only later versions have: the columns that SET NULL changes (15), and keys that are not enforced
     * (18), which are none.
     */
    static final String KEYS = """
            SELECT k.conname, k.conrelid, k.confrelid, k.confdeltype::text, k.condeferrable, k.convalidated,
                ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY p (attnum, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum ORDER BY p.place),
                ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY p (attnum, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum ORDER BY p.place),
                ARRAY(SELECT a.attname::text FROM pg_catalog.jsonb_array_elements_text(
                        CASE pg_catalog.jsonb_typeof(j.k -> 'confdelsetcols') WHEN 'array' THEN j.k -> 'confdelsetcols'
                            ELSE '[]' END) p (attnum)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum::int2),
                k.confmatchtype::text, k.confupdtype::text, k.condeferred
            FROM pg_catalog.pg_constraint k CROSS JOIN LATERAL (SELECT pg_catalog.to_jsonb(k) AS k) j
            WHERE k.contype = 'f' AND k.conparentid = 0 AND k.conrelid = ANY (?) AND k.confrelid = ANY (?)
                AND coalesce((j.k ->> 'conenforced')::boolean, true)
            ORDER BY k.oid""";

    private CatalogQueries() {}
}
