package io.github.cascadecontract.conformance.preview;

import static io.github.cascadecontract.conformance.preview.RealTables.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PreRemove;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users, their posts and the comments below: who removes what, for each setting of a relation and each action of a key. */
class PlannedLevelsTest {
    @RegisterExtension
    private final RealTables tables = new RealTables();

    @Test
    void three_levels_are_left_to_the_database() throws SQLException {
        blog("CASCADE", "CASCADE");

        RemovalPlan plan = tables.plan(contract(Mode.ON, Mode.ON), User.class, 1L);

        assertThat(plan).hasToString("""
                remove User 1
                └─ User (users): 1 row, delete by client, one by one [REM-1]
                   └─ User.posts (posts): 2 rows, delete by database [REM-1], without @PreRemove callbacks and version check
                      └─ Post.comments (comments): 3 rows, delete by database [REM-3]
                """);
        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM users WHERE id = 1"));
    }

    @Test
    void the_client_reads_the_children_and_the_database_removes_what_is_below() throws SQLException {
        blog("NO ACTION", "CASCADE");

        RemovalPlan plan = tables.plan(contract(Mode.OFF, Mode.ON), User.class, 1L);

        assertThat(planned(plan))
                .isEqualTo(tables.really("DELETE FROM posts WHERE user_id = 1", "DELETE FROM users WHERE id = 1"));
        assertThat(plan.totals("posts")).isEqualTo(new RowTotals(2, 0, 0, 0));
    }

    @Test
    void the_client_reads_all_levels() throws SQLException {
        blog("NO ACTION", "NO ACTION");

        RemovalPlan plan = tables.plan(contract(Mode.OFF, Mode.OFF), User.class, 1L);

        assertThat(planned(plan))
                .isEqualTo(tables.really(
                        "DELETE FROM comments WHERE post_id IN (SELECT id FROM posts WHERE user_id = 1)",
                        "DELETE FROM posts WHERE user_id = 1",
                        "DELETE FROM users WHERE id = 1"));
        assertThat(plan.isBlocked()).isFalse();
    }

    @Test
    void the_client_removes_all_levels_with_one_statement_each() throws SQLException {
        blog("NO ACTION", "NO ACTION");

        RemovalPlan plan = tables.plan(contract(Mode.SET_BASED, Mode.SET_BASED), User.class, 1L);

        assertThat(plan).hasToString("""
                remove User 1
                └─ User (users): 1 row, delete by client, one by one [REM-1]
                   └─ User.posts (posts): 2 rows, delete by client, set-wise [REM-1], without @PreRemove callbacks and version check
                      └─ Post.comments (comments): 3 rows, delete by client, set-wise [REM-1]
                """);
        assertThat(plan.all().flatMap(rows -> rows.statements().stream()))
                .containsExactly(
                        "DELETE FROM users WHERE id = ?",
                        "DELETE FROM posts WHERE user_id = ?",
                        "DELETE FROM comments WHERE post_id IN (SELECT id FROM posts WHERE user_id = ?)");
    }

    @Test
    void children_without_a_cascade_get_null_as_key() throws SQLException {
        blog("NO ACTION", "NO ACTION");
        CascadeContract contract = CascadeContract.builder(User.class, Post.class, Comment.class)
                .relation(
                        User.class,
                        "posts",
                        posts -> posts.cascade().noOrphanRemoval().passiveDeletes(Mode.OFF))
                .build();

        RemovalPlan plan = tables.plan(contract, User.class, 1L);

        assertThat(planned(plan))
                .isEqualTo(tables.really(
                        "UPDATE posts SET user_id = NULL WHERE user_id = 1", "DELETE FROM users WHERE id = 1"));
        assertThat(plan.all().flatMap(rows -> rows.statements().stream()))
                .contains("UPDATE posts SET user_id = NULL WHERE id = ?");
    }

    @Test
    void a_key_that_must_not_be_null_is_in_the_way() throws SQLException {
        blog("NO ACTION", "NO ACTION");
        tables.execute("DELETE FROM comments; DELETE FROM posts WHERE user_id IS NULL;"
                + "ALTER TABLE posts ALTER user_id SET NOT NULL");
        CascadeContract contract = CascadeContract.builder(User.class, Post.class, Comment.class)
                .relation(
                        User.class,
                        "posts",
                        posts -> posts.cascade().noOrphanRemoval().passiveDeletes(Mode.OFF))
                .build();

        RemovalPlan plan = tables.plan(contract, User.class, 1L);

        assertThat(plan.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.NOT_NULL);
            assertThat(obstacle.firstIds()).containsExactly("10", "11");
        });
        assertThatThrownBy(() -> tables.really("UPDATE posts SET user_id = NULL WHERE user_id = 1"))
                .hasMessageContaining("not-null");
    }

    @Test
    void the_database_gives_null_as_key() throws SQLException {
        blog("SET NULL", "CASCADE");

        RemovalPlan plan = tables.plan(contract(Mode.ON, Mode.ON), User.class, 1L);

        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM users WHERE id = 1"));
        assertThat(plan.totals("posts")).isEqualTo(new RowTotals(0, 0, 0, 2));
    }

    @Test
    void the_database_gives_a_default_as_key() throws SQLException {
        blog("SET DEFAULT", "CASCADE");
        tables.execute("ALTER TABLE posts ALTER user_id SET DEFAULT 2");

        RemovalPlan plan = tables.plan(contract(Mode.ON, Mode.ON), User.class, 1L);

        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM users WHERE id = 1"));
    }

    @Test
    void rows_that_stay_and_refer_are_in_the_way() throws SQLException {
        for (String action : List.of("NO ACTION", "RESTRICT")) {
            tables.execute("DROP TABLE IF EXISTS comments, posts, users");
            blog("CASCADE", action);

            RemovalPlan plan = tables.plan(contract(Mode.ON, Mode.ON), User.class, 1L);

            assertThat(plan.obstacles()).singleElement().satisfies(obstacle -> {
                assertThat(obstacle.kind().name()).isEqualTo(action.replace(' ', '_'));
                assertThat(obstacle.rows()).isEqualTo(3);
                assertThat(obstacle.firstIds()).containsExactly("100", "101", "102");
                assertThat(obstacle.place().name()).isEqualTo("Post.comments");
            });
            assertThatThrownBy(() -> tables.really("DELETE FROM users WHERE id = 1"))
                    .hasMessageContaining("violates");
        }
    }

    @Test
    void nothing_below_is_told_as_such() throws SQLException {
        blog("CASCADE", "CASCADE");

        RemovalPlan plan = tables.plan(contract(Mode.ON, Mode.ON), User.class, 2L);

        assertThat(plan.toString()).contains("User.posts (posts): 0 rows").doesNotContain("comments");
    }

    @Test
    void rows_of_the_running_transaction_count() throws SQLException {
        blog("CASCADE", "CASCADE");
        try (var connection = tables.connection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("INSERT INTO posts VALUES (50, 1, 0)");
            }

            RemovalPlan plan = contract(Mode.ON, Mode.ON).plan(connection, User.class, 1L);

            assertThat(plan.totals("posts").deletedByDatabase()).isEqualTo(3);
            connection.rollback();
        }
    }

    private void blog(String posts, String comments) {
        tables.execute("""
                CREATE TABLE users (id bigint PRIMARY KEY);
                CREATE TABLE posts (id bigint PRIMARY KEY, user_id bigint REFERENCES users ON DELETE %s, version int);
                CREATE TABLE comments (id bigint PRIMARY KEY, post_id bigint NOT NULL REFERENCES posts ON DELETE %s);
                INSERT INTO users VALUES (1), (2);
                INSERT INTO posts VALUES (10, 1, 0), (11, 1, 0), (12, NULL, 0);
                INSERT INTO comments VALUES (100, 10), (101, 10), (102, 11), (103, 12);
                """.formatted(posts, comments));
    }

    private static CascadeContract contract(Mode posts, Mode comments) {
        return CascadeContract.builder(User.class, Post.class, Comment.class)
                .relation(
                        User.class,
                        "posts",
                        relation -> relation.cascade(CascadeType.ALL).passiveDeletes(posts))
                .relation(
                        Post.class,
                        "comments",
                        relation -> relation.cascade(CascadeType.ALL).passiveDeletes(comments))
                .build();
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id
        private Long id;

        @OneToMany(mappedBy = "user", cascade = CascadeType.ALL)
        private List<Post> posts;
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class Post {
        @Id
        private Long id;

        @Version
        private int version;

        @ManyToOne
        @JoinColumn(name = "user_id")
        private User user;

        @OneToMany(mappedBy = "post", cascade = CascadeType.ALL)
        private List<Comment> comments;

        @PreRemove
        void tell() {}
    }

    @Entity(name = "Comment")
    @Table(name = "comments")
    static class Comment {
        @Id
        private Long id;

        @ManyToOne
        @JoinColumn(name = "post_id", nullable = false)
        private Post post;
    }
}
