package io.github.cascadecontract.conformance.preview;

import static io.github.cascadecontract.conformance.preview.RealTables.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.Protected;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.DatabaseException;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the mapping does not know, does not name plainly, or what the connection may not see. */
class UnknownTablesTest {
    private static final CascadeContract CONTRACT = CascadeContract.of(Client.class, Order.class, Audit.class);

    @RegisterExtension
    private final RealTables tables = new RealTables();

    private final String reader = "reader_" + Long.toHexString(System.nanoTime());
    private boolean isReaderThere;

    @AfterEach
    void dropReader() {
        if (isReaderThere)
            tables.execute("GRANT SELECT ON pg_catalog.pg_constraint TO PUBLIC; DROP OWNED BY %1$s; DROP ROLE %1$s"
                    .formatted(reader));
    }

    @Test
    void an_unmapped_table_goes_along() throws SQLException {
        shop();
        tables.execute("""
                CREATE TABLE parcel (id int PRIMARY KEY, order_id bigint REFERENCES "order" ON DELETE CASCADE);
                CREATE TABLE log (parcel_id int REFERENCES parcel ON DELETE CASCADE);
                INSERT INTO parcel VALUES (1, 10), (2, 10), (3, 12);
                INSERT INTO log VALUES (1), (1), (3);
                """);

        RemovalPlan plan = tables.plan(CONTRACT, Client.class, 1L);

        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM client WHERE id = 1"));
        assertThat(plan.all()
                        .map(rows -> rows.place())
                        .filter(Place::isUnmapped)
                        .map(Place::table))
                .containsExactly("parcel", "log");
    }

    @Test
    void an_unmapped_table_stands_in_the_way() throws SQLException {
        shop();
        tables.execute("""
                CREATE TABLE parcel (order_id bigint REFERENCES "order" ON DELETE RESTRICT);
                INSERT INTO parcel VALUES (10), (10), (12);
                """);

        RemovalPlan plan = tables.plan(CONTRACT, Client.class, 1L);

        assertThat(plan.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.RESTRICT);
            assertThat(obstacle.rows()).isEqualTo(2);
            assertThat(obstacle.firstIds()).isEmpty();
            assertThat(obstacle.place()).isEqualTo(new Place("parcel", null, null, "parcel_order_id_fkey"));
        });
        assertThatThrownBy(() -> tables.really("DELETE FROM client WHERE id = 1"))
                .hasMessageContaining("parcel_order_id_fkey");
    }

    @Test
    void protected_rows_are_found_behind_an_unmapped_table() throws SQLException {
        shop();
        tables.execute("""
                CREATE TABLE parcel (id int PRIMARY KEY, order_id bigint REFERENCES "order" ON DELETE CASCADE);
                ALTER TABLE audit ADD parcel_id int REFERENCES parcel ON DELETE CASCADE;
                CREATE TABLE stamp (audit_id bigint REFERENCES audit ON DELETE CASCADE);
                INSERT INTO parcel VALUES (1, 10), (2, 10), (3, 12);
                INSERT INTO audit VALUES (7, 2), (8, 1), (9, 3);
                INSERT INTO stamp VALUES (7);
                """);

        RemovalPlan plan = tables.plan(CONTRACT, Client.class, 1L);

        assertThat(plan.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.PROTECTED);
            assertThat(obstacle.rule()).isEqualTo(Rule.PRO_1);
            assertThat(obstacle.firstIds()).containsExactly("7", "8");
            assertThat(obstacle.place().entity()).isEqualTo("Audit");
        });
        assertThat(plan.totals("stamp")).isEqualTo(RowTotals.NONE);
    }

    @Test
    void an_obstacle_says_what_is_in_the_way_and_what_to_do() throws SQLException {
        shop();
        tables.execute("""
                CREATE TABLE parcel (country text, id int, order_id bigint REFERENCES "order", PRIMARY KEY (country, id));
                INSERT INTO parcel SELECT 'de', i, 10 FROM generate_series(1, 12) i;
                """);

        RemovalPlan plan = tables.plan(CONTRACT, Client.class, 1L);

        assertThat(plan.obstacles())
                .singleElement()
                .hasToString(
                        "parcel: 12 rows of parcel (first ids (de, 1), (de, 2), (de, 3), (de, 4), (de, 5), (de, 6), (de, 7),"
                                + " (de, 8), (de, 9), (de, 10)) refer to what is removed, and key parcel_order_id_fkey says NO ACTION"
                                + " (REM-3). Keep what they refer to, or remove these rows first; if they shall go with it, let the relation cascade REMOVE or give the key ON DELETE CASCADE.");
    }

    @Test
    void names_that_need_quotes_are_quoted() throws SQLException {
        String schema = "Weird \"\" schema " + reader;
        tables.execute("""
                CREATE SCHEMA "%1$s";
                CREATE TABLE "%1$s"."Weird "" name" ("Id" bigint PRIMARY KEY);
                CREATE TABLE "%1$s"."select" ("from" bigint PRIMARY KEY, "The parent" bigint
                    CONSTRAINT "it's" REFERENCES "%1$s"."Weird "" name" ON DELETE CASCADE);
                INSERT INTO "%1$s"."Weird "" name" VALUES (1), (2);
                INSERT INTO "%1$s"."select" VALUES (1, 1), (2, 1), (3, 2);
                """.formatted(schema));
        try (Connection connection = tables.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = \"%s\"".formatted(schema));

            RemovalPlan plan = CascadeContract.of(Weird.class, Select.class).plan(connection, Weird.class, 1L);

            assertThat(plan.totals("\"select\"")).isEqualTo(new RowTotals(0, 0, 2, 0));
            assertThat(plan.totals("\"Weird \"\" name\"")).isEqualTo(new RowTotals(1, 0, 0, 0));
        } finally {
            tables.execute("DROP SCHEMA \"%s\" CASCADE".formatted(schema));
        }
    }

    @Test
    void a_table_in_another_schema_is_found() throws SQLException {
        tables.execute("""
                DROP SCHEMA IF EXISTS plan_elsewhere CASCADE;
                CREATE SCHEMA plan_elsewhere;
                CREATE TABLE plan_elsewhere.shelf (id int PRIMARY KEY);
                CREATE TABLE book (id int PRIMARY KEY, shelf_id int REFERENCES plan_elsewhere.shelf ON DELETE CASCADE);
                CREATE TABLE plan_elsewhere.page (book_id int REFERENCES book ON DELETE CASCADE);
                CREATE TABLE shelf (id int PRIMARY KEY);
                INSERT INTO plan_elsewhere.shelf VALUES (1);
                INSERT INTO book VALUES (1, 1), (2, 1);
                INSERT INTO plan_elsewhere.page VALUES (1), (1), (2);
                """);
        try {
            RemovalPlan plan = tables.plan(CascadeContract.of(Shelf.class), Shelf.class, 1);

            assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM plan_elsewhere.shelf"));
        } finally {
            tables.execute("DROP SCHEMA plan_elsewhere CASCADE");
        }
    }

    @Test
    void a_table_without_rights_is_not_counted_and_a_note_says_so() throws SQLException {
        shop();
        grantedReader("client", "audit");

        RemovalPlan plan = planOfReader();

        assertThat(plan.roots().get(0).below()).singleElement().satisfies(orders -> {
            assertThat(orders.rows()).isEmpty();
            assertThat(orders.below()).isEmpty();
        });
        assertThat(plan.notes())
                .containsExactly(
                        "Rows of \"order\" are not counted, nor what hangs below them: this connection may not SELECT from it.");
    }

    @Test
    void without_rights_on_the_catalogue_the_mapping_tells_the_keys() throws SQLException {
        shop();
        grantedReader("client", "audit", "\"order\"");
        tables.execute("REVOKE SELECT ON pg_catalog.pg_constraint FROM PUBLIC");

        RemovalPlan plan = planOfReader();

        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM client WHERE id = 1"));
        assertThat(plan.notes()).singleElement().asString().startsWith("The database's catalogue must not be read");
    }

    @Test
    void a_missing_table_is_told_with_the_entity() {
        assertThatThrownBy(() -> tables.plan(CONTRACT, Client.class, 1L))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("Client")
                .hasMessageContaining("table Client");
    }

    @Test
    void a_missing_column_is_told_with_the_entity() {
        tables.execute("CREATE TABLE client (number int PRIMARY KEY)");

        assertThatThrownBy(() -> tables.plan(CONTRACT, Client.class, 1L))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("Client")
                .hasMessageContaining("column id of table Client");
    }

    @Test
    void a_broken_connection_is_told() throws SQLException {
        Connection connection = tables.connection();
        connection.close();

        assertThatThrownBy(() -> CONTRACT.plan(connection, Client.class, 1L)).isInstanceOf(DatabaseException.class);
    }

    @Test
    void a_transaction_stays_usable_after_a_refusal() throws SQLException {
        shop();
        grantedReader("client", "audit", "\"order\"");
        tables.execute("REVOKE SELECT ON pg_catalog.pg_constraint FROM PUBLIC");
        try (Connection connection = tables.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL ROLE " + reader);

            CONTRACT.plan(connection, Client.class, 1L);

            assertThat(statement.executeQuery("SELECT id FROM client").next()).isTrue();
            connection.rollback();
        }
    }

    private void shop() {
        tables.execute("""
                CREATE TABLE client (id bigint PRIMARY KEY);
                CREATE TABLE "order" (id bigint PRIMARY KEY, client_id bigint REFERENCES client ON DELETE CASCADE);
                CREATE TABLE audit (id bigint PRIMARY KEY);
                INSERT INTO client VALUES (1), (2);
                INSERT INTO "order" VALUES (10, 1), (11, 1), (12, 2);
                """);
    }

    private void grantedReader(String... readable) {
        tables.execute("CREATE ROLE %s".formatted(reader));
        isReaderThere = true;
        tables.execute("GRANT USAGE ON SCHEMA %s TO %s".formatted(tables.schema(), reader));
        for (String table : readable) tables.execute("GRANT SELECT ON %s TO %s".formatted(table, reader));
    }

    private RemovalPlan planOfReader() throws SQLException {
        try (Connection connection = tables.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + reader);
            try {
                return CONTRACT.plan(connection, Client.class, 1L);
            } finally {
                statement.execute("RESET ROLE");
            }
        }
    }

    @Entity(name = "Client")
    static class Client {
        @Id
        private Long id;

        @OneToMany(mappedBy = "client", cascade = CascadeType.REMOVE)
        @PassiveDeletes(Mode.ON)
        private List<Order> orders;
    }

    @Entity(name = "Order")
    @Table(name = "\"order\"")
    static class Order {
        @Id
        private Long id;

        @ManyToOne
        @JoinColumn(name = "client_id")
        @OnDelete(ReferentialAction.CASCADE)
        private Client client;
    }

    @Protected
    @Entity(name = "Audit")
    static class Audit {
        @Id
        private Long id;
    }

    @Entity(name = "Weird")
    @Table(name = "\"Weird \"\" name\"")
    static class Weird {
        @Id
        @Column(name = "\"Id\"")
        private Long id;

        @OneToMany(mappedBy = "parent", cascade = CascadeType.REMOVE)
        @PassiveDeletes(Mode.ON)
        private List<Select> selects;
    }

    @Entity(name = "Select")
    @Table(name = "\"select\"")
    static class Select {
        @Id
        @Column(name = "\"from\"")
        private Long id;

        @ManyToOne
        @JoinColumn(name = "\"The parent\"")
        private Weird parent;
    }

    @Entity(name = "Shelf")
    @Table(schema = "plan_elsewhere")
    static class Shelf {
        @Id
        private Integer id;
    }
}
