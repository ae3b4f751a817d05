package io.github.cascadecontract.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.DatabaseException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** What a check says where it cannot look. */
class UnreadableCatalogTest {
    private static final CascadeContract CONTRACT = CascadeContract.of(Stone.class);

    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @Test
    void a_user_without_rights_on_the_catalogue_is_told_which_are_needed() throws SQLException {
        String role = tables.schema() + "_guest";
        Connection connection = tables.dataSource().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + role);
            statement.execute("REVOKE SELECT ON pg_catalog.pg_constraint FROM PUBLIC");
            statement.execute("SET LOCAL ROLE " + role);
        }

        assertThatThrownBy(() -> CONTRACT.check(handingOut(connection)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("may not read the catalogue (SQLSTATE 42501)")
                .hasMessageContaining("pg_constraint")
                .hasCauseInstanceOf(SQLException.class);
        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void a_database_that_is_away_is_told_as_such() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://127.0.0.1:1/nowhere?connectTimeout=2");

        assertThatThrownBy(() -> CONTRACT.check(nowhere))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("got no answer from the catalogue (SQLSTATE 08001)");
    }

    @Test
    void the_mapping_can_be_checked_all_the_same() {
        assertThat(CONTRACT.check().findings()).isEmpty();
    }

    /** The check closes the connection, and with it goes what the test has changed in its transaction. */
    private static DataSource handingOut(Connection connection) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection);
    }

    @Entity(name = "Stone")
    static class Stone {
        @Id
        Long id;
    }
}
