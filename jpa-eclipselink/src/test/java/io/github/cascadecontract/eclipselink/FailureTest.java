package io.github.cascadecontract.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.CascadeException;
import io.github.cascadecontract.error.DatabaseException;
import io.github.cascadecontract.error.IntegrityViolationException;
import jakarta.persistence.PersistenceConfiguration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailureTest {
    private static final CascadeContract CONTRACT =
            CascadeContract.of(User.class, Post.class, Profile.class, Comment.class, Tag.class);

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    private UnitOfWorkFactory open() {
        return UnitOfWorkFactory.open("eclipselink", CONTRACT, database.dataSource());
    }

    @Test
    void no_connection_is_lost_by_failures() {
        database.execute("INSERT INTO users VALUES (1, 'user1')");
        try (UnitOfWorkFactory factory = open()) {
            for (int i = 0; i < 20; i++)
                assertThatExceptionOfType(IntegrityViolationException.class)
                        .isThrownBy(() -> factory.inTransaction(work -> work.persist(new User(1))));
            assertThat(database.connectionsInUse()).isZero();
            factory.inTransaction(work -> work.persist(new User(2)));
        }
        assertThat(database.query("SELECT id FROM users ORDER BY id")).containsExactly(1L, 2L);
    }

    @Test
    void a_failed_commit_leaves_nothing_behind() {
        database.execute("INSERT INTO users VALUES (1, 'user1'), (2, 'user2')");
        try (UnitOfWorkFactory factory = open()) {
            assertThatThrownBy(() -> factory.inTransaction(work -> {
                        work.remove(work.find(User.class, 2L));
                        work.persist(new User(3));
                        work.flush();
                        work.persist(new User(1));
                    }))
                    .isInstanceOf(IntegrityViolationException.class);
        }
        assertThat(database.query("SELECT id FROM users ORDER BY id")).containsExactly(1L, 2L);
    }

    @Test
    void a_killed_connection_is_reported_and_replaced() {
        database.execute("INSERT INTO users VALUES (1, 'user1')");
        try (UnitOfWorkFactory factory = open()) {
            UnitOfWork work = factory.begin();
            work.find(User.class, 1L).name = "changed";
            kill(work.unwrap(Connection.class));
            assertThatThrownBy(work::commit).isInstanceOf(DatabaseException.class);
            work.close();
            assertThat(database.connectionsInUse()).isZero();
            factory.inTransaction(next -> next.find(User.class, 1L).name = "next");
        }
        assertThat(database.query("SELECT name FROM users")).containsExactly("next");
    }

    private void kill(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet pid = statement.executeQuery("SELECT pg_backend_pid()")) {
            pid.next();
            database.execute("SELECT pg_terminate_backend(" + pid.getInt(1) + ")");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void a_missing_table_is_told() {
        database.execute("DROP TABLE users CASCADE");
        try (UnitOfWorkFactory factory = open()) {
            assertThatThrownBy(() -> factory.inTransaction(work -> work.find(User.class, 1L)))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("schema");
            assertThat(database.connectionsInUse()).isZero();
        }
    }

    @Test
    void a_refused_connection_is_told() {
        try (HikariDataSource nobody = new HikariDataSource()) {
            nobody.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/nothing");
            nobody.setConnectionTimeout(500);
            assertThatThrownBy(() -> {
                        try (UnitOfWorkFactory factory = UnitOfWorkFactory.open("eclipselink", CONTRACT, nobody)) {
                            factory.begin();
                        }
                    })
                    .isInstanceOf(CascadeException.class)
                    .hasMessageContaining("does not answer");
        }
    }

    @Test
    void an_entity_that_the_unit_does_not_have_is_named() {
        PersistenceConfiguration unit = new PersistenceConfiguration("application");
        unit.provider("org.eclipse.persistence.jpa.PersistenceProvider");
        unit.managedClass(Tag.class);
        unit.properties(EclipseLinkCascade.settings(CONTRACT));
        unit.property("jakarta.persistence.nonJtaDataSource", database.dataSource());
        assertThatThrownBy(() -> unit.createEntityManagerFactory().createEntityManager())
                .hasStackTraceContaining("User: not an entity of this persistence unit");
        assertThat(database.connectionsInUse()).isZero();
    }
}
