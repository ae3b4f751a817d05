package io.github.cascadecontract.conformance.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that is not this JVM's own; another's embedded one stands in for it. */
class GivenServerTest {

    private static HeldDatabase held;

    @BeforeAll
    static void start() throws Exception {
        held = HeldDatabase.start();
    }

    @AfterAll
    static void stop() throws Exception {
        held.close();
    }

    @Test
    void is_used_as_it_is_and_left_as_it_was() throws SQLException {
        List<String> before = schemas();

        try (TestDatabase database = open(held.url())) {
            assertThat(database.description())
                    .startsWith("PostgreSQL ")
                    .endsWith(" at jdbc:postgresql://" + hostAndPort() + "/postgres");
            database.createSchema("forgotten").execute("CREATE TABLE users (id integer)");
            assertThat(schemas()).hasSize(before.size() + 1);
        }

        assertThat(schemas()).isEqualTo(before);
        assertThat(held.answers()).isTrue();
    }

    @Test
    void schemas_of_a_killed_run_are_dropped_by_the_next_and_those_of_a_living_one_are_not() throws Exception {
        Process killed = ChildJvm.of(SchemaHolder.class)
                .with("-Dcascade.database=" + held.url())
                .start();
        String abandoned = killed.inputReader().readLine();
        assertThat(schemas()).contains(abandoned);
        killed.destroyForcibly().waitFor();

        open(held.url()).close();

        assertThat(schemas()).doesNotContain(abandoned).contains(held.schema());
    }

    @Test
    void user_and_password_may_come_apart_from_the_url() throws SQLException {
        execute("CREATE ROLE anna LOGIN PASSWORD 'geheim' CREATEDB; GRANT CREATE ON DATABASE postgres TO anna");
        DatabaseSettings settings =
                new DatabaseSettings("jdbc:postgresql://" + hostAndPort() + "/postgres", "anna", "geheim");

        try (TestDatabase database = TestDatabase.open(settings)) {
            assertThat(TestDatabaseTest.value(database.dataSource(), "SELECT current_user"))
                    .isEqualTo("anna");
        }
    }

    @Test
    void a_database_that_does_not_exist_is_named() {
        assertThatThrownBy(() -> open(held.url().replace("/postgres?", "/orders?")))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("/orders cannot be used")
                .hasMessageContaining("Create the database, or name one that exists.");
    }

    @Test
    void a_user_who_may_not_create_schemas_is_told_so() throws SQLException {
        execute("CREATE ROLE guest LOGIN");

        assertThatThrownBy(() -> open(held.url().replace("user=postgres", "user=guest")))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("user guest may not create schemas")
                .hasMessageContaining("GRANT CREATE ON DATABASE");
    }

    private static TestDatabase open(String url) {
        return TestDatabase.open(new DatabaseSettings(url, null, null));
    }

    private static String hostAndPort() {
        return held.url().replaceAll(".*//([^/]*)/.*", "$1");
    }

    private static List<String> schemas() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(held.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT nspname FROM pg_namespace ORDER BY 1")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(held.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
