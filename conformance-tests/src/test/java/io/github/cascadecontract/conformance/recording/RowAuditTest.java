package io.github.cascadecontract.conformance.recording;

import static io.github.cascadecontract.conformance.recording.RowOperation.DELETE;
import static io.github.cascadecontract.conformance.recording.RowOperation.INSERT;
import static io.github.cascadecontract.conformance.recording.RowOperation.UPDATE;
import static io.github.cascadecontract.conformance.recording.RowOrigin.CLIENT;
import static io.github.cascadecontract.conformance.recording.RowOrigin.DATABASE;
import static io.github.cascadecontract.conformance.recording.RowOrigin.USER_TRIGGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.SchemaException;
import io.github.cascadecontract.conformance.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowAuditTest {

    private static TestDatabase database;
    private static RowAudit rowAudit;

    private Schema schema;
    private SchemaAudit audit;

    @BeforeAll
    static void open() {
        database = TestDatabase.open();
        rowAudit = RowAudit.on(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void createSchema() {
        schema = database.createSchema("audit");
    }

    @AfterEach
    void dropSchema() {
        schema.close();
    }

    @Test
    void what_a_client_writes_is_the_clients() {
        given("CREATE TABLE users (id integer PRIMARY KEY, name text)");

        schema.execute("""
                INSERT INTO users VALUES (1, 'a'), (2, 'b');
                UPDATE users SET name = 'c';
                UPDATE users SET name = 'c' WHERE id = 2;
                DELETE FROM users WHERE id = 1""");

        assertThat(audit.read().rows())
                .containsExactly(
                        new AuditedRow("users", INSERT, CLIENT, "1"),
                        new AuditedRow("users", INSERT, CLIENT, "2"),
                        new AuditedRow("users", UPDATE, CLIENT, "1"),
                        new AuditedRow("users", UPDATE, CLIENT, "2"),
                        new AuditedRow("users", UPDATE, CLIENT, "2"),
                        new AuditedRow("users", DELETE, CLIENT, "1"));
    }

    @Test
    void a_cascade_is_the_databases_at_every_level() {
        given("""
                CREATE TABLE users (id integer PRIMARY KEY);
                CREATE TABLE posts (id integer PRIMARY KEY, user_id integer REFERENCES users ON DELETE CASCADE);
                CREATE TABLE comments (id integer PRIMARY KEY, post_id integer REFERENCES posts ON DELETE CASCADE);
                INSERT INTO users VALUES (1), (2);
                INSERT INTO posts VALUES (1, 1), (2, 1), (3, 2);
                INSERT INTO comments SELECT n, 1 + n % 3 FROM generate_series(1, 9) n""");

        schema.execute("DELETE FROM users WHERE id = 1");

        AuditCounts counts = audit.read();
        assertThat(counts.count(DELETE, CLIENT)).isEqualTo(Map.of("users", 1L));
        assertThat(counts.count(DELETE, DATABASE)).isEqualTo(Map.of("posts", 2L, "comments", 6L));
        assertThat(counts.count("posts", DELETE, DATABASE)).isEqualTo(2);
    }

    @Test
    void children_that_the_client_deletes_first_are_the_clients_and_the_rest_the_databases() {
        given(parentAndChild("ON DELETE CASCADE"));

        schema.execute("DELETE FROM posts WHERE id = 1; DELETE FROM users");

        assertThat(audit.read().count(DELETE, CLIENT)).isEqualTo(Map.of("posts", 1L, "users", 2L));
        assertThat(audit.read().count(DELETE, DATABASE)).isEqualTo(Map.of("posts", 2L));
    }

    @Test
    void set_null_and_set_default_are_updates_of_the_database() {
        given(parentAndChild("ON DELETE SET NULL") + """
                ;
                CREATE TABLE notes (id integer PRIMARY KEY, user_id integer DEFAULT 2 REFERENCES users ON DELETE SET DEFAULT);
                INSERT INTO notes VALUES (1, 1)""");

        schema.execute("UPDATE posts SET user_id = NULL WHERE id = 1; DELETE FROM users WHERE id = 1");

        assertThat(audit.read().count(UPDATE, CLIENT)).isEqualTo(Map.of("posts", 1L));
        assertThat(audit.read().count(UPDATE, DATABASE)).isEqualTo(Map.of("posts", 1L, "notes", 1L));
    }

    @Test
    void a_key_that_follows_its_parent_is_an_update_of_the_database() {
        given(parentAndChild("ON UPDATE CASCADE"));

        schema.execute("UPDATE users SET id = 7 WHERE id = 1");

        assertThat(audit.read().count(UPDATE, CLIENT)).isEqualTo(Map.of("users", 1L));
        assertThat(audit.read().count(UPDATE, DATABASE)).isEqualTo(Map.of("posts", 2L));
    }

    @Test
    void a_tree_that_goes_by_its_own_key_is_the_databases_but_for_the_root() {
        given("""
                CREATE TABLE nodes (id integer PRIMARY KEY, parent_id integer REFERENCES nodes ON DELETE CASCADE);
                INSERT INTO nodes VALUES (1, NULL), (2, 1), (3, 2), (4, 2), (5, 4)""");

        schema.execute("DELETE FROM nodes WHERE id = 1");

        assertThat(audit.read().count("nodes", DELETE, CLIENT)).isEqualTo(1);
        assertThat(audit.read().count("nodes", DELETE, DATABASE)).isEqualTo(4);
    }

    @Test
    void one_statement_that_deletes_parent_and_child_of_a_tree_is_the_clients() {
        given("""
                CREATE TABLE nodes (id integer PRIMARY KEY, parent_id integer REFERENCES nodes ON DELETE CASCADE);
                INSERT INTO nodes VALUES (1, NULL), (2, 1), (3, 2)""");

        schema.execute("DELETE FROM nodes");

        assertThat(audit.read().count("nodes", DELETE, CLIENT)).isEqualTo(3);
        assertThat(audit.read().count("nodes", DELETE, DATABASE)).isZero();
    }

    @Test
    void the_actions_of_a_deferred_key_are_the_databases_within_the_transaction_too() throws SQLException {
        given(parentAndChild("ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED"));

        try (Connection connection = schema.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("DELETE FROM users WHERE id = 1");
            assertThat(audit.read(connection).count(DELETE, DATABASE)).isEqualTo(Map.of("posts", 2L));
            connection.commit();
        }

        assertThat(audit.read().count(DELETE, DATABASE)).isEqualTo(Map.of("posts", 2L));
        assertThat(audit.read().count(DELETE, CLIENT)).isEqualTo(Map.of("users", 1L));
    }

    @Test
    void a_deferred_key_that_refuses_at_commit_leaves_nothing_in_the_audit() {
        given(parentAndChild("DEFERRABLE INITIALLY DEFERRED"));

        assertThatThrownBy(() -> schema.execute("DELETE FROM users WHERE id = 1"))
                .isInstanceOf(SchemaException.class);

        assertThat(audit.read().rows()).isEmpty();
    }

    @Test
    void link_rows_have_keys_of_two_columns() {
        given("""
                CREATE TABLE posts (id integer PRIMARY KEY);
                CREATE TABLE tags (id integer PRIMARY KEY);
                CREATE TABLE post_tags (
                    post_id integer REFERENCES posts ON DELETE CASCADE, tag_id integer REFERENCES tags, PRIMARY KEY (post_id, tag_id));
                INSERT INTO posts VALUES (1); INSERT INTO tags VALUES (3), (4);
                INSERT INTO post_tags VALUES (1, 3), (1, 4)""");

        schema.execute("DELETE FROM post_tags WHERE tag_id = 4; DELETE FROM posts");

        assertThat(audit.read().rows())
                .containsExactly(
                        new AuditedRow("post_tags", DELETE, CLIENT, "1,4"),
                        new AuditedRow("posts", DELETE, CLIENT, "1"),
                        new AuditedRow("post_tags", DELETE, DATABASE, "1,3"));
    }

    @Test
    void a_table_without_primary_key_counts_all_columns_as_key() {
        given(
                "CREATE TABLE post_tags (post_id integer, tag_id integer); INSERT INTO post_tags VALUES (1, 2), (NULL, 3)");

        schema.execute("DELETE FROM post_tags");

        assertThat(audit.read().rows())
                .containsExactly(
                        new AuditedRow("post_tags", DELETE, CLIENT, "1,2"),
                        new AuditedRow("post_tags", DELETE, CLIENT, ",3"));
    }

    @Test
    void composite_keys_and_names_that_need_quotes_are_recognised() {
        given("""
                CREATE TABLE "the ""Orders""\" (a integer, "b b" integer, PRIMARY KEY (a, "b b"));
                CREATE TABLE "Lines" ("a" integer, "B" integer, n integer,
                    FOREIGN KEY (a, "B") REFERENCES "the ""Orders""\" ON DELETE CASCADE);
                INSERT INTO "the ""Orders""\" VALUES (1, 2);
                INSERT INTO "Lines" VALUES (1, 2, 3)""");

        schema.execute("DELETE FROM \"the \"\"Orders\"\"\"");

        assertThat(audit.read().rows())
                .containsExactly(
                        new AuditedRow("the \"Orders\"", DELETE, CLIENT, "1,2"),
                        new AuditedRow("Lines", DELETE, DATABASE, "1,2,3"));
    }

    @Test
    void a_statement_in_a_trigger_of_the_users_is_neither_the_clients_nor_the_databases() {
        given(parentAndChild("") + """
                ;
                CREATE TABLE audit_entries (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, action text);
                CREATE FUNCTION clean() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    DELETE FROM posts WHERE user_id = OLD.id;
                    INSERT INTO audit_entries (action) VALUES ('cleaned');
                    RETURN OLD;
                END $$;
                CREATE TRIGGER clean BEFORE DELETE ON users FOR EACH ROW EXECUTE FUNCTION clean()""");

        schema.execute("DELETE FROM users WHERE id = 1");

        assertThat(audit.read().count(DELETE, CLIENT)).isEqualTo(Map.of("users", 1L));
        assertThat(audit.read().count(DELETE, USER_TRIGGER)).isEqualTo(Map.of("posts", 2L));
        assertThat(audit.read().count(INSERT, USER_TRIGGER)).isEqualTo(Map.of("audit_entries", 1L));
    }

    @Test
    void a_statement_of_the_clients_that_writes_to_two_tables_is_the_clients() {
        given(parentAndChild("ON DELETE CASCADE"));

        schema.execute("""
                WITH gone AS (DELETE FROM posts WHERE user_id = 1 RETURNING user_id)
                DELETE FROM users WHERE id IN (SELECT user_id FROM gone)""");

        assertThat(audit.read().count(DELETE, CLIENT)).isEqualTo(Map.of("posts", 2L, "users", 1L));
        assertThat(audit.read().count(DELETE, DATABASE)).isEmpty();
    }

    @Test
    void a_row_that_on_conflict_leaves_out_was_not_inserted() {
        given(parentAndChild(""));

        schema.execute("INSERT INTO users VALUES (1), (9) ON CONFLICT DO NOTHING");

        assertThat(audit.read().rows()).containsExactly(new AuditedRow("users", INSERT, CLIENT, "9"));
    }

    @Test
    void the_audit_draws_no_number_that_a_client_would_take_for_its_own() throws SQLException {
        given("CREATE TABLE users (id integer GENERATED BY DEFAULT AS IDENTITY (START WITH 1000) PRIMARY KEY)");

        try (Connection connection = schema.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO users DEFAULT VALUES");
            try (ResultSet number = statement.executeQuery("SELECT lastval()")) {
                number.next();
                assertThat(number.getInt(1)).isEqualTo(1000);
            }
        }
    }

    @Test
    void what_a_foreign_key_refuses_has_not_happened() {
        given(parentAndChild("ON DELETE RESTRICT"));

        assertThatThrownBy(() -> schema.execute("DELETE FROM users WHERE id = 1"))
                .isInstanceOf(SchemaException.class);

        assertThat(audit.read().rows()).isEmpty();
    }

    @Test
    void rolled_back_changes_have_not_happened() throws SQLException {
        given(parentAndChild("ON DELETE CASCADE"));

        try (Connection connection = schema.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("DELETE FROM users");
            assertThat(audit.read(connection).rows()).hasSize(5);
            connection.rollback();
        }

        assertThat(audit.read().rows()).isEmpty();
    }

    @Test
    void a_server_whose_referential_actions_are_worded_differently_is_refused() {
        assertThatThrownBy(() -> RowAudit.on(database, "SOMETHING ELSE"))
                .isInstanceOf(RowAuditException.class)
                .hasMessageContaining(database.description())
                .hasMessageContaining("not recognised");
    }

    /** The seed is there before the audit is cleared, as in a scenario. */
    private void given(String tablesAndSeed) {
        schema.execute(tablesAndSeed);
        audit = rowAudit.install(schema);
        audit.clear();
    }

    private static String parentAndChild(String action) {
        return """
                CREATE TABLE users (id integer PRIMARY KEY);
                CREATE TABLE posts (id integer PRIMARY KEY, user_id integer REFERENCES users %s);
                INSERT INTO users VALUES (1), (2);
                INSERT INTO posts VALUES (1, 1), (2, 1), (3, 2)""".formatted(action);
    }
}
