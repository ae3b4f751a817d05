package io.github.cascadecontract.conformance.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.DatabaseException;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.quickstart.Post;
import io.github.cascadecontract.quickstart.User;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cannot be planned is refused with a word on what to do, and the transaction goes on. */
class RefusedPlansTest {
    private static final CascadeContract CONTRACT = CascadeContract.of(User.class, Post.class);

    @RegisterExtension
    final RealTables tables = new RealTables();

    @BeforeEach
    void fill() {
        tables.execute("""
                create table users (id bigint primary key, name text);
                create table posts (id bigint primary key, title text,
                    user_id bigint not null references users on delete cascade);
                insert into users values (1, 'Ada');
                """);
    }

    @Test
    void an_id_that_no_row_has() {
        assertThatThrownBy(() -> tables.plan(CONTRACT, User.class, 7L))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("User: there is no row of the given id");
    }

    @Test
    void an_id_of_another_type() {
        assertThatThrownBy(() -> tables.plan(CONTRACT, User.class, "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The id of User is a java.lang.Long, not a java.lang.String.");
    }

    @Test
    void an_entity_of_another_contract() {
        assertThatThrownBy(() -> tables.plan(CascadeContract.of(Diary.class), User.class, 1L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("User is not an entity of this contract")
                .hasMessageContaining("Diary");
    }

    @Test
    void a_table_that_is_missing() {
        tables.execute("alter table users rename to people");

        assertThatThrownBy(() -> tables.plan(CONTRACT, User.class, 1L))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("users");
    }

    @Test
    void a_connection_that_is_closed() throws SQLException {
        Connection connection = tables.connection();
        connection.close();

        assertThatThrownBy(() -> CONTRACT.plan(connection, User.class, 1L)).isInstanceOf(DatabaseException.class);
    }

    @Test
    void after_a_refusal_the_transaction_goes_on() throws SQLException {
        try (Connection connection = tables.connection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> CONTRACT.plan(connection, User.class, 7L))
                    .isInstanceOf(StaleEntityException.class);

            assertThat(CONTRACT.plan(connection, User.class, 1L).isBlocked()).isFalse();
            connection.rollback();
        }
    }

    @jakarta.persistence.Entity(name = "Diary")
    static class Diary {
        @jakarta.persistence.Id
        Long id;
    }
}
