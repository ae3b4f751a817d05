package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.mybatis.Blog.Post;
import io.github.cascadecontract.mybatis.Blog.User;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule BUL-1: a statement beside the unit of work follows the keys and changes nothing in memory. */
class NativeStatementTest {
    private TestSchema schema;
    private UnitOfWorkFactory factory;

    @BeforeEach
    void begin() {
        schema = new TestSchema(Blog.DDL);
        factory = UnitOfWorkFactory.open(Blog.CONTRACT, schema.dataSource());
    }

    @AfterEach
    void end() {
        factory.close();
        schema.close();
    }

    @Test
    void it_neither_flushes_nor_touches_what_is_managed() {
        factory.inTransaction(work -> {
            User bob = work.find(User.class, 2L);
            Post post = bob.getPosts().get(0);
            work.persist(new User("pending"));

            execute(work, "UPDATE users SET name = 'robert' WHERE id IN (2, 101)");
            execute(work, "DELETE FROM posts WHERE id = 21");

            assertThat(bob.getName()).isEqualTo("bob");
            assertThat(bob.getPosts()).containsExactly(post);
            assertThat(work.contains(post)).isTrue();
            assertThat(work.find(User.class, 2L)).isSameAs(bob);
        });
        assertThat(schema.column("SELECT name FROM users ORDER BY id")).containsExactly("ann", "robert", "pending");
    }

    @Test
    void what_it_deleted_with_its_children_can_still_be_removed() {
        factory.inTransaction(work -> {
            User bob = work.find(User.class, 2L);
            assertThat(bob.getPosts()).hasSize(1);
            execute(work, "DELETE FROM users WHERE id = 2");
            work.remove(bob);
        });
        assertThat(schema.column("SELECT id FROM users")).containsExactly("1");
    }

    private static void execute(UnitOfWork work, String sql) {
        try (Statement statement = work.unwrap(Connection.class).createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
