package io.github.cascadecontract.conformance.preview;

import static io.github.cascadecontract.conformance.preview.RealTables.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.RemovalPlan;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A row that refers to two deleted rows over two keys, of which one lets it go and the other one does not: whether it is in
 * the way depends on which key the server comes to first.
 */
class RowsInTheWayTest {
    private static final CascadeContract CONTRACT = CascadeContract.of(User.class, Post.class);

    @RegisterExtension
    private final RealTables tables = new RealTables();

    @ParameterizedTest
    @ValueSource(strings = {"RESTRICT", "NO ACTION"})
    void the_key_that_was_made_first_is_handled_first(String action) throws SQLException {
        tables.execute("CREATE TABLE x (a int REFERENCES users ON DELETE CASCADE, b int REFERENCES users ON DELETE %s);"
                        .formatted(action)
                + "INSERT INTO x VALUES (1, 1)");

        assertThat(tables.plan(CONTRACT, User.class, 1).isBlocked()).isFalse();
        removes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESTRICT", "NO ACTION"})
    void a_key_that_was_made_before_the_cascade_is_in_the_way(String action) throws SQLException {
        tables.execute("CREATE TABLE x (b int REFERENCES users ON DELETE %s, a int REFERENCES users ON DELETE CASCADE);"
                        .formatted(action)
                + "INSERT INTO x VALUES (1, 1)");

        assertThat(tables.plan(CONTRACT, User.class, 1).isBlocked()).isTrue();
        isRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESTRICT", "NO ACTION", "NO ACTION DEFERRABLE"})
    void a_cascade_from_deeper_down_comes_too_late(String action) throws SQLException {
        tables.execute("""
                CREATE TABLE parcel (id int PRIMARY KEY, user_id int REFERENCES users ON DELETE CASCADE);
                CREATE TABLE x (a int REFERENCES parcel ON DELETE CASCADE, b int REFERENCES users ON DELETE %s);
                INSERT INTO parcel VALUES (1, 1);
                INSERT INTO x VALUES (1, 1)""".formatted(action));

        assertThat(tables.plan(CONTRACT, User.class, 1).isBlocked()).isTrue();
        isRefused();
    }

    @Test
    void a_key_that_is_checked_at_commit_is_not_in_the_way_of_a_cascade() throws SQLException {
        tables.execute("""
                CREATE TABLE parcel (id int PRIMARY KEY, user_id int REFERENCES users ON DELETE CASCADE);
                CREATE TABLE x (a int REFERENCES parcel ON DELETE CASCADE,
                    b int REFERENCES users DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO parcel VALUES (1, 1);
                INSERT INTO x VALUES (1, 1)""");

        assertThat(tables.plan(CONTRACT, User.class, 1).isBlocked()).isFalse();
        removes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESTRICT", "NO ACTION"})
    void a_cascade_from_further_up_comes_in_time(String action) throws SQLException {
        tables.execute("""
                CREATE TABLE parcel (id int PRIMARY KEY, user_id int REFERENCES users ON DELETE CASCADE);
                CREATE TABLE x (a int REFERENCES users ON DELETE CASCADE, b int REFERENCES parcel ON DELETE %s);
                INSERT INTO parcel VALUES (1, 1);
                INSERT INTO x VALUES (1, 1)""".formatted(action));

        assertThat(tables.plan(CONTRACT, User.class, 1).isBlocked()).isFalse();
        removes();
    }

    @Test
    void what_goes_with_rows_that_the_client_deletes_before_is_not_in_the_way() throws SQLException {
        tables.execute("""
                CREATE TABLE x (a int REFERENCES posts ON DELETE CASCADE, b int REFERENCES users);
                INSERT INTO posts VALUES (1, 1);
                INSERT INTO x VALUES (1, 1), (1, 1)""");

        RemovalPlan plan = tables.plan(CONTRACT, User.class, 1);

        assertThat(planned(plan))
                .isEqualTo(tables.really("DELETE FROM posts WHERE user_id = 1", "DELETE FROM users WHERE id = 1"));
        assertThat(plan.isBlocked()).isFalse();
    }

    @Test
    void a_key_that_cannot_become_null_is_in_the_way_of_a_cascade_that_comes_later() throws SQLException {
        tables.execute("""
                CREATE TABLE x (b int NOT NULL REFERENCES users ON DELETE SET NULL, a int REFERENCES users ON DELETE CASCADE);
                INSERT INTO x VALUES (1, 1)""");

        assertThat(tables.plan(CONTRACT, User.class, 1).obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.NOT_NULL);
        isRefused();
    }

    @Test
    void rows_that_the_client_deletes_are_in_nobodys_way() throws SQLException {
        tables.execute("INSERT INTO posts VALUES (1, 1), (2, 1)");

        assertThat(tables.plan(CONTRACT, User.class, 1).isBlocked()).isFalse();
    }

    @BeforeEach
    void createTables() {
        tables.execute("""
                CREATE TABLE users (id int PRIMARY KEY);
                CREATE TABLE posts (id int PRIMARY KEY, user_id int REFERENCES users ON DELETE RESTRICT);
                INSERT INTO users VALUES (1)""");
    }

    private void removes() throws SQLException {
        assertThat(tables.really("DELETE FROM users WHERE id = 1")).containsKey("users");
    }

    private void isRefused() {
        assertThatThrownBy(() -> tables.really("DELETE FROM users WHERE id = 1"))
                .isInstanceOf(SQLException.class);
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id
        private Integer id;

        @OneToMany(mappedBy = "user", cascade = CascadeType.REMOVE)
        private List<Post> posts;
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class Post {
        @Id
        private Integer id;

        @ManyToOne
        @JoinColumn(name = "user_id")
        private User user;
    }
}
