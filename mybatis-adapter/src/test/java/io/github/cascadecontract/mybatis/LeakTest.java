package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.error.DatabaseException;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.mybatis.Blog.Post;
import io.github.cascadecontract.mybatis.Blog.User;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class LeakTest {
    private static final int MORE_THAN_THE_POOL_HAS = 20;

    private TestSchema schema;
    private UnitOfWorkFactory factory;

    @BeforeEach
    void begin() {
        schema = new TestSchema(Blog.DDL);
        factory = UnitOfWorkFactory.open(Blog.CONTRACT, schema.dataSource());
    }

    @AfterEach
    void end() {
        assertThat(schema.connectionsInUse()).isZero();
        schema.close();
    }

    @Test
    void a_failed_unit_of_work_gives_its_connection_back_and_leaves_nothing() {
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++)
            assertThatThrownBy(() -> factory.inTransaction(work -> {
                        work.persist(new User("lost"));
                        work.flush();
                        work.persist(new Post("nobody's"));
                    }))
                    .isInstanceOf(IntegrityViolationException.class);

        assertThat(schema.column("SELECT count(*) FROM users")).containsExactly("2");
    }

    @Test
    void a_connection_that_breaks_is_reported_and_replaced() {
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++)
            assertThatThrownBy(() -> factory.inTransaction(this::breakAndFlush)).isInstanceOf(DatabaseException.class);

        assertThat((String) factory.callInTransaction(
                        work -> work.find(User.class, 1L).getName()))
                .isEqualTo("ann");
    }

    @Test
    void a_schema_without_the_table_is_named() {
        schema.execute("DROP TABLE comments; DROP TABLE posts");
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++)
            assertThatThrownBy(() -> factory.inTransaction(work -> work.find(Post.class, 1L)))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("posts");
    }

    @Test
    void an_identity_column_without_sequence_is_named() {
        schema.execute("ALTER TABLE users ALTER id DROP IDENTITY");
        assertThatThrownBy(() -> factory.inTransaction(work -> work.persist(new User("x"))))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("column id of table users");
    }

    @Test
    void a_database_that_refuses_connections_is_reported_when_work_begins() {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://localhost:1/none?connectTimeout=2");
        assertThatThrownBy(() -> UnitOfWorkFactory.open(Blog.CONTRACT, nobody).begin())
                .isInstanceOf(DatabaseException.class);
    }

    private void breakAndFlush(UnitOfWork work) {
        work.find(User.class, 1L).setName("never written");
        schema.execute("SELECT pg_terminate_backend(%d)".formatted(backendOf(work.unwrap(Connection.class))));
        work.flush();
    }

    private static int backendOf(Connection connection) {
        try {
            return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
