package io.github.cascadecontract.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is read of tables and keys is what the database has. */
class CatalogTest {
    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @Test
    void columns_have_their_types_and_defaults_and_domains_are_seen_through() throws SQLException {
        tables.make("""
                create domain code as varchar(5) not null default 'x';
                create table thing (id bigint primary key, name varchar(20) default null, "Total" numeric(10,2) default 0,
                    gone integer, tag code);
                alter table thing drop gone""");

        assertThat(read("thing").tables().get(0).columns())
                .containsExactly(
                        new CatalogColumn("id", "bigint", true, false),
                        new CatalogColumn("name", "character varying(20)", false, false),
                        new CatalogColumn("Total", "numeric(10,2)", false, true),
                        new CatalogColumn("tag", "character varying(5)", true, true));
    }

    @Test
    void of_an_index_the_columns_before_the_first_expression_count_and_only_if_it_holds_all_rows() throws SQLException {
        tables.make("""
                create table thing (a int, b int, c int, primary key (b, a));
                create index thing_expression on thing (a, (b + 1), c);
                create index thing_include on thing (c) include (a);
                create index thing_partial on thing (a) where b > 0;
                create unique index thing_without_null on thing (c) where c is not null""");

        CatalogTable thing = read("thing").tables().get(0);
        assertThat(thing.primaryKey()).containsExactly("b", "a");
        assertThat(thing.indexes())
                .extracting(CatalogIndex::name, CatalogIndex::columns, CatalogIndex::isUnique, CatalogIndex::isUsable)
                .containsExactly(
                        tuple("thing_expression", List.of("a"), false, true),
                        tuple("thing_include", List.of("c"), false, true),
                        tuple("thing_partial", List.of("a"), false, false),
                        tuple("thing_pkey", List.of("b", "a"), true, true),
                        tuple("thing_without_null", List.of("c"), true, true));
    }

    @Test
    void a_key_has_its_columns_in_the_order_of_the_parents_and_all_that_it_was_made_with() throws SQLException {
        tables.make("""
                create table parent (a int, b int, primary key (a, b));
                create table child (x int, y int, foreign key (y, x) references parent (b, a) match full
                    on update cascade on delete set null deferrable initially deferred)""");

        CatalogKey key = read("parent").keys().get(0);
        assertThat(key.columns()).containsExactly("y", "x");
        assertThat(key.parentColumns()).containsExactly("b", "a");
        assertThat(key.changedColumns()).containsExactly("y", "x");
        assertThat(key.onDelete()).isEqualTo(ReferentialAction.SET_NULL);
        assertThat(key.isDeferrable()).isTrue();
        assertThat(key.clauses())
                .isEqualTo(new CatalogKey.Clauses("MATCH FULL", "ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED"));
    }

    @Test
    void referring_tables_are_read_at_any_distance_and_of_parents_only_the_next() throws SQLException {
        tables.make("""
                create table above_all (id int primary key);
                create table above (id int primary key, up int references above_all);
                create table sibling (id int primary key, up int references above);
                create table thing (id int primary key, up int references above);
                create table below (id int primary key, up int references thing);
                create table below_all (id int primary key, up int references below)""");

        assertThat(read("thing").tables())
                .extracting(CatalogTable::name)
                .containsExactly("above", "below", "below_all", "thing");
    }

    @Test
    void a_partitioned_table_has_one_key_and_a_view_none() throws SQLException {
        tables.make("""
                create table thing (id int primary key);
                create table part (id int, thing_id int references thing) partition by range (id);
                create table part_1 partition of part for values from (0) to (10);
                create view seen as select * from thing""");

        Catalog catalog = read("thing", "seen");
        assertThat(catalog.keys()).extracting(key -> key.table().name()).containsExactly("part");
        assertThat(catalog.tables())
                .extracting(CatalogTable::name, CatalogTable::kind)
                .containsExactly(
                        tuple("part", CatalogTable.Kind.PARTITIONED),
                        tuple("seen", CatalogTable.Kind.OTHER),
                        tuple("thing", CatalogTable.Kind.TABLE));
    }

    private Catalog read(String... names) throws SQLException {
        try (Connection connection = tables.dataSource().getConnection()) {
            return Catalog.read(
                    connection,
                    Stream.of(names).map(name -> new TableName(null, name)).toList());
        }
    }
}
