package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.error.DatabaseException;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.hibernate.Blog.User;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class FailureTest {
    private final World world = Blog.world();

    @AfterEach
    void close() {
        assertThat(world.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
        world.close();
    }

    @Test
    void failures_leak_no_connection() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> world.units().inTransaction(work -> {
                        work.persist(new User(7));
                        world.execute("INSERT INTO users VALUES (7) ON CONFLICT DO NOTHING");
                    }))
                    .isInstanceOf(IntegrityViolationException.class);
        }
        world.units()
                .inTransaction(work -> assertThat(work.find(User.class, 1L)).isNotNull());
    }

    @Test
    void a_connection_that_is_killed_is_told_and_given_back() {
        assertThatThrownBy(() -> world.units().inTransaction(work -> {
                    work.remove(work.find(User.class, 1L));
                    work.flush();
                    kill(work.unwrap(Connection.class));
                    work.find(User.class, 2L);
                }))
                .isInstanceOf(DatabaseException.class);
        assertThat(world.rows("SELECT count(*) FROM users")).containsExactly("2");
    }

    @Test
    void an_update_of_a_row_that_is_gone_is_stale() {
        assertThatThrownBy(() -> world.units().inTransaction(work -> {
                    User user = work.find(User.class, 1L);
                    user.name = "changed";
                    world.execute("DELETE FROM profiles", "DELETE FROM users");
                }))
                .isInstanceOf(StaleEntityException.class);
    }

    @Test
    void a_restricting_foreign_key_is_told_with_its_kind_and_leaves_nothing_behind() {
        World restricted = World.of(
                Blog.builder()
                        .relation(
                                User.class,
                                "profile",
                                profile -> profile.cascade().noOrphanRemoval().passiveDeletes(Mode.ALL))
                        .build(),
                Blog.tables("NOT NULL"));
        try (restricted;
                UnitOfWork work = restricted.units().begin()) {
            User user = work.find(User.class, 1L);
            user.posts.remove(0);
            work.remove(user);
            assertThatExceptionOfType(IntegrityViolationException.class)
                    .isThrownBy(work::commit)
                    .satisfies(violation ->
                            assertThat(violation.kind()).isEqualTo(IntegrityViolationException.Kind.FOREIGN_KEY))
                    .satisfies(violation -> assertThat(violation.table()).contains("profiles"));
            assertThat(restricted.rows("SELECT count(*) FROM posts")).containsExactly("3");
        }
    }

    @Test
    void a_missing_table_is_told_with_what_to_do() {
        world.execute("DROP TABLE profiles");
        assertThatThrownBy(() -> world.units().inTransaction(work -> work.find(User.class, 1L)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("profiles");
    }

    @Test
    void a_database_that_refuses_the_connection_is_told_with_what_to_do() {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setPortNumbers(new int[] {1});
        assertThatThrownBy(() -> {
                    try (UnitOfWorkFactory units = UnitOfWorkFactory.open(
                                    "hibernate", Blog.builder().build(), nobody);
                            UnitOfWork work = units.begin()) {
                        work.find(User.class, 1L);
                    }
                })
                .isInstanceOf(DatabaseException.class)
                .isInstanceOf(CascadeException.class)
                .hasMessageContaining("refuses the connection");
    }

    private void kill(Connection connection) {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery("SELECT pg_backend_pid()")) {
            result.next();
            world.execute("SELECT pg_terminate_backend(" + result.getInt(1) + ")");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
