package io.github.cascadecontract.conformance.check;

import static io.github.cascadecontract.finding.FindingCode.MISSING_TABLE;
import static io.github.cascadecontract.finding.FindingCode.PASSIVE_WITHOUT_CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.finding.Finding;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Names that need quotes, and tables in other schemas. */
class NamesTest {
    private static final String USER = "\"Cascade User\".\"Weird \"\" name\"";

    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @AfterEach
    void drop() throws SQLException {
        tables.run("DROP SCHEMA IF EXISTS \"Cascade User\" CASCADE");
    }

    @Test
    void quoted_tables_columns_and_constraints_in_another_schema_are_found_and_mended() throws SQLException {
        tables.make("create schema \"Cascade User\"; create table " + USER + " (\"the Id\" bigint primary key);"
                + "create table \"order\" (\"group\" bigint primary key, \"from User\" bigint,"
                + " constraint \"of \"\" user\" foreign key (\"from User\") references " + USER + ")");

        Finding passive = tables.only(PASSIVE_WITHOUT_CASCADE, WeirdUser.class, Order.class);
        assertThat(passive.constraint()).isEqualTo("of \" user");
        assertThat(passive.table()).isEqualTo("\"order\"");
        for (Finding finding : tables.check(WeirdUser.class, Order.class).findings())
            if (finding.mend() != null) tables.run(finding.mend());
        assertThat(CheckedTables.serious(tables.check(WeirdUser.class, Order.class)))
                .isEmpty();
    }

    @Test
    void names_without_quotes_are_folded_as_postgresql_does_it() {
        tables.make("create table orders (id bigint primary key)");

        assertThat(tables.check(Loud.class).findings()).isEmpty();
    }

    @Test
    void a_table_in_another_schema_is_not_there_unless_the_mapping_names_the_schema() throws SQLException {
        tables.make("create schema \"Cascade User\"; create table \"Cascade User\".orders (id bigint primary key)");

        assertThat(tables.find(MISSING_TABLE, Loud.class)).hasSize(1);
        assertThat(tables.check(Elsewhere.class).findings()).isEmpty();
    }

    @Test
    void of_two_tables_with_one_name_the_one_on_the_search_path_counts() throws SQLException {
        tables.make("""
                create schema "Cascade User";
                create table orders (id bigint primary key);
                create table "Cascade User".orders (id bigint primary key);
                create table "Cascade User".lines (id bigint primary key, order_id bigint references "Cascade User".orders)""");

        assertThat(tables.check(Loud.class).findings()).isEmpty();
        assertThat(tables.check(Elsewhere.class).findings())
                .extracting(Finding::table)
                .containsOnly("\"Cascade User\".lines");
    }

    @Entity(name = "WeirdUser")
    @Table(schema = "\"Cascade User\"", name = "\"Weird \"\" name\"")
    static class WeirdUser {
        @Id
        @Column(name = "\"the Id\"")
        Long id;

        @OneToMany(mappedBy = "user", cascade = CascadeType.REMOVE)
        @PassiveDeletes
        List<Order> orders;
    }

    @Entity(name = "Order")
    @Table(name = "\"order\"")
    static class Order {
        @Id
        @Column(name = "\"group\"")
        Long id;

        @ManyToOne
        @JoinColumn(name = "\"from User\"")
        WeirdUser user;
    }

    @Entity(name = "Loud")
    @Table(name = "ORDERS")
    static class Loud {
        @Id
        Long id;
    }

    @Entity(name = "Elsewhere")
    @Table(schema = "\"Cascade User\"", name = "orders")
    static class Elsewhere {
        @Id
        Long id;
    }
}
