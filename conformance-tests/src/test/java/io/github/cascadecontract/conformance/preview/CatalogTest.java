package io.github.cascadecontract.conformance.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.Catalog;
import io.github.cascadecontract.catalog.CatalogColumn;
import io.github.cascadecontract.catalog.CatalogIndex;
import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.mapping.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is read of the database's own catalogue. */
class CatalogTest {
    @RegisterExtension
    private final RealTables tables = new RealTables();

    @Test
    void tables_that_refer_to_mapped_ones_are_found_at_any_distance() throws SQLException {
        tables.execute("""
                CREATE TABLE a (id int PRIMARY KEY);
                CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
                CREATE TABLE c (b int REFERENCES b, c int UNIQUE REFERENCES c (c));
                CREATE TABLE apart (id int PRIMARY KEY);
                """);

        Catalog catalog = read("A", "nowhere");

        assertThat(catalog.tables()).extracting(CatalogTable::name).containsExactly("a", "b", "c");
        assertThat(catalog.table(new TableName(null, "nowhere"))).isEmpty();
        assertThat(catalog.keysTo(table(catalog, "b")))
                .extracting(CatalogKey::name)
                .containsExactly("c_b_fkey");
        assertThat(catalog.keysOf(table(catalog, "c")))
                .extracting(CatalogKey::name)
                .containsExactly("c_b_fkey", "c_c_fkey");
    }

    @Test
    void columns_and_primary_keys_have_their_order() throws SQLException {
        tables.execute("CREATE TABLE t (z numeric(5, 2) DEFAULT 1, y varchar(20) NOT NULL, x uuid, gone int,"
                + " PRIMARY KEY (x, z)); ALTER TABLE t DROP gone");

        CatalogTable table = table(read("t"), "t");

        assertThat(table.columns())
                .containsExactly(
                        new CatalogColumn("z", "numeric(5,2)", true, true),
                        new CatalogColumn("y", "character varying(20)", true, false),
                        new CatalogColumn("x", "uuid", true, false));
        assertThat(table.primaryKey()).containsExactly("x", "z");
    }

    @Test
    void keys_tell_what_they_do() throws SQLException {
        tables.execute("""
                CREATE TABLE p (b int, a int, PRIMARY KEY (b, a));
                CREATE TABLE c (x int, y int, FOREIGN KEY (y, x) REFERENCES p (a, b) ON DELETE SET NULL (x) DEFERRABLE);
                """);

        CatalogKey key = read("p").keys().get(0);

        assertThat(key.columns()).containsExactly("y", "x");
        assertThat(key.parentColumns()).containsExactly("a", "b");
        assertThat(key.onDelete()).isEqualTo(ReferentialAction.SET_NULL);
        assertThat(key.changedColumns()).containsExactly("x");
        assertThat(key.isDeferrable()).isTrue();
    }

    @Test
    void keys_come_in_the_order_in_which_they_were_made() throws SQLException {
        tables.execute("""
                CREATE TABLE p (id int PRIMARY KEY);
                CREATE TABLE c (x int CONSTRAINT zzz REFERENCES p, y int CONSTRAINT aaa REFERENCES p);
                """);

        assertThat(read("p").keys()).extracting(CatalogKey::name).containsExactly("zzz", "aaa");
    }

    @Test
    void an_index_finds_rows_by_its_leading_columns() throws SQLException {
        tables.execute("CREATE TABLE t (a int, b int, c int); CREATE INDEX i ON t (a, b) INCLUDE (c);"
                + "CREATE INDEX partial ON t (c) WHERE a > 1; CREATE INDEX expression ON t (b, lower(c::text))");

        List<CatalogIndex> indexes = table(read("t"), "t").indexes();

        assertThat(indexes).extracting(CatalogIndex::name).containsExactly("expression", "i", "partial");
        assertThat(indexes.get(1).leadsWith(List.of("b", "a"))).isTrue();
        assertThat(indexes.get(1).leadsWith(List.of("b"))).isFalse();
        assertThat(indexes.get(2).leadsWith(List.of("c"))).isFalse();
        assertThat(indexes.get(0).columns()).containsExactly("b");
    }

    @Test
    void names_are_quoted_where_they_have_to_be() throws SQLException {
        tables.execute(
                "CREATE TABLE \"select\" (id int); CREATE TABLE \"A \"\"b\"\"\" (id int); CREATE TABLE plain (id int)");

        Catalog catalog = read("\"select\"", "\"A \"\"b\"\"\"", "Plain");

        assertThat(catalog.tables())
                .extracting(CatalogTable::readable)
                .containsExactly("\"A \"\"b\"\"\"", "plain", "\"select\"");
    }

    private static CatalogTable table(Catalog catalog, String name) {
        return catalog.table(new TableName(null, name)).orElseThrow();
    }

    private Catalog read(String... mapped) throws SQLException {
        try (Connection connection = tables.connection()) {
            List<TableName> names = List.of(mapped).stream()
                    .map(name -> new TableName(null, name))
                    .toList();
            return Catalog.read(connection, names);
        }
    }
}
