package io.github.cascadecontract.conformance.preview;

import static io.github.cascadecontract.conformance.preview.RealTables.planned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Because;
import io.github.cascadecontract.plan.CountedRemoval;
import io.github.cascadecontract.plan.RemovalOutline;
import io.github.cascadecontract.plan.RemovalOutline.KeyChange;
import io.github.cascadecontract.plan.RemovalOutline.Known;
import io.github.cascadecontract.plan.RemovalOutline.Parent;
import io.github.cascadecontract.plan.RowSet;
import io.github.cascadecontract.preview.RemovalPreview;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is in memory besides the removed entity: children that are known, moved, left alone, not written yet or watched. */
class OutlinedRowsTest {
    private static final CascadeContract CONTRACT = CascadeContract.of(User.class, Post.class);
    private static final EntityModel USER = CONTRACT.entity(User.class);
    private static final EntityModel POST = CONTRACT.entity(Post.class);
    private static final Relation POSTS = USER.relation("posts").orElseThrow();
    private static final ForeignKey KEY = POSTS.key();
    private static final Known ASKED = new Known(USER, 1, Because.asked(Rule.REM_1));

    @RegisterExtension
    private final RealTables tables = new RealTables();

    @Test
    void a_known_child_is_deleted_by_id_and_counts_once() throws SQLException {
        blog("CASCADE");

        RemovalPlan plan = plan(List.of(ASKED, post(10, Rule.REM_1)), List.of(), List.of());

        assertThat(planned(plan))
                .isEqualTo(tables.really("DELETE FROM posts WHERE id = 10", "DELETE FROM users WHERE id = 1"));
        assertThat(plan).hasToString("""
                remove User 1
                └─ User (users): 1 row, delete by client, one by one [REM-1]
                   ├─ User.posts (posts): 1 row, delete by client, one by one [REM-1]
                   └─ User.posts (posts): 2 rows, delete by database [REM-1]
                """);
    }

    @Test
    void known_children_and_those_that_are_read_are_one_line() throws SQLException {
        blog("NO ACTION");

        RemovalPlan plan = plan(List.of(ASKED, post(10, Rule.REM_1)), List.of(reads(1)), List.of());

        assertThat(plan).hasToString("""
                remove User 1
                └─ User (users): 1 row, delete by client, one by one [REM-1]
                   └─ User.posts (posts): 3 rows, delete by client, one by one [REM-1]
                """);
    }

    @Test
    void an_orphan_is_told_beside_the_entity_that_is_asked_for() throws SQLException {
        blog("CASCADE");

        RemovalPlan plan = plan(List.of(ASKED, post(20, Rule.ORP_1)), List.of(), List.of());

        assertThat(plan.roots()).hasSize(2);
        assertThat(planned(plan))
                .isEqualTo(tables.really("DELETE FROM posts WHERE id = 20", "DELETE FROM users WHERE id = 1"));
    }

    @Test
    void a_child_that_moves_away_stays() throws SQLException {
        blog("CASCADE");

        RemovalPlan plan = plan(List.of(ASKED), List.of(), List.of(change(10, 2, Rule.ORP_3)));

        tables.execute("UPDATE posts SET user_id = 2 WHERE id = 10");
        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM users WHERE id = 1"));
    }

    @Test
    void a_child_that_moves_to_a_parent_which_the_flush_inserts_is_neither_left_without_one_nor_in_the_way()
            throws SQLException {
        blog("NO ACTION");
        tables.execute("DELETE FROM posts WHERE id > 10; ALTER TABLE posts ALTER user_id SET NOT NULL");
        KeyChange moved = new KeyChange(KEY, 10, Parent.INSERTED, null, new Because(Rule.ORP_3, POSTS, null));

        RemovalPlan plan = plan(List.of(ASKED), List.of(), List.of(moved));

        assertThat(plan.isBlocked()).isFalse();
        assertThat(plan.totals("posts")).isEqualTo(RowTotals.NONE);
    }

    @Test
    void a_child_that_moves_to_the_removed_parent_is_its_child() throws SQLException {
        blog("CASCADE");

        RemovalPlan plan = plan(List.of(ASKED), List.of(), List.of(change(20, 1, Rule.ORP_3)));

        tables.execute("UPDATE posts SET user_id = 1 WHERE id = 20");
        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM users WHERE id = 1"));
    }

    @Test
    void a_child_that_moves_to_the_removed_parent_is_in_the_way_like_any_other() throws SQLException {
        blog("RESTRICT");

        RemovalPlan plan =
                plan(List.of(ASKED), List.of(), List.of(change(20, 1, Rule.ORP_3), change(10, 2, Rule.ORP_3)));

        assertThat(plan.obstacles())
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.firstIds()).containsExactly("11", "12", "20"));
    }

    @Test
    void a_child_that_moves_within_what_is_removed_is_counted_once() throws SQLException {
        blog("NO ACTION");
        Known other = new Known(USER, 2, Because.asked(Rule.REM_1));

        RemovalPlan plan = plan(List.of(ASKED, other), List.of(reads(1), reads(2)), List.of(change(10, 2, Rule.ORP_3)));

        assertThat(planned(plan))
                .isEqualTo(tables.really(
                        "DELETE FROM posts WHERE user_id IN (1, 2)", "DELETE FROM users WHERE id IN (1, 2)"));
    }

    @Test
    void a_child_that_is_not_written_yet_is_inserted_and_deleted() throws SQLException {
        blog("CASCADE");

        RemovalPlan plan =
                plan(List.of(ASKED), List.of(), List.of(change(null, 1, Rule.REM_5), change(null, 2, Rule.REM_5)));

        tables.execute("INSERT INTO posts VALUES (99, 1)");
        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM users WHERE id = 1"));
    }

    @Test
    void a_known_child_that_is_left_without_a_parent_is_updated_below_it() throws SQLException {
        blog("CASCADE");

        RemovalPlan plan = plan(List.of(ASKED), List.of(), List.of(change(10, null, Rule.REM_1)));

        assertThat(planned(plan))
                .isEqualTo(tables.really(
                        "UPDATE posts SET user_id = NULL WHERE id = 10", "DELETE FROM users WHERE id = 1"));
        assertThat(plan.roots()).hasSize(1);
    }

    @Test
    void an_orphan_without_removal_is_updated_beside_it() throws SQLException {
        blog("CASCADE");

        RemovalPlan plan = plan(List.of(ASKED), List.of(), List.of(change(20, null, Rule.ORP_1)));

        assertThat(planned(plan))
                .isEqualTo(tables.really(
                        "UPDATE posts SET user_id = NULL WHERE id = 20", "DELETE FROM users WHERE id = 1"));
        assertThat(plan.roots()).hasSize(2);
    }

    @Test
    void a_known_child_whose_key_must_not_be_null_is_in_the_way() throws SQLException {
        blog("CASCADE");
        tables.execute("ALTER TABLE posts ALTER user_id SET NOT NULL");

        RemovalPlan plan = plan(List.of(ASKED), List.of(), List.of(change(10, null, Rule.REM_1)));

        assertThat(plan.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.NOT_NULL);
            assertThat(obstacle.firstIds()).containsExactly("10");
        });
    }

    @Test
    void an_entity_without_a_row_has_its_place_in_the_plan() throws SQLException {
        blog("CASCADE");

        RemovalPlan plan = plan(List.of(post(10, Rule.REM_1)), List.of(), List.of());

        assertThat(plan.roots().get(0).rows()).hasValue(0);
        assertThat(planned(plan)).containsOnlyKeys("posts");
    }

    @Test
    void a_watched_entity_is_told_if_its_row_is_read() throws SQLException {
        blog("CASCADE");
        Known read = post(11, Rule.REM_1);
        Known other = post(20, Rule.REM_1);
        RemovalOutline outline = new RemovalOutline(
                USER,
                1,
                List.of(ASKED),
                List.of(reads(1)),
                List.of(),
                List.of(),
                List.of(other, read, post(77, Rule.REM_1)));

        assertThat(count(outline).reached()).containsExactly(read);
    }

    @Test
    void set_statements_and_reading_share_rows_once() throws SQLException {
        blog("NO ACTION");
        RowSet set = new RowSet(
                new RowSet.Entities(USER, List.of(1, 2)),
                POSTS,
                RowSet.Way.SET,
                RowSet.Operation.DELETE,
                new Because(Rule.REM_1, POSTS, null));

        RemovalPlan plan = plan(List.of(ASKED), List.of(set, reads(1)), List.of());

        assertThat(plan.totals("posts")).isEqualTo(new RowTotals(4, 0, 0, 0));
        assertThat(plan.toString())
                .contains("3 rows, delete by client, one by one", "1 row, delete by client, set-wise");
    }

    private void blog(String action) {
        tables.execute("""
                CREATE TABLE users (id int PRIMARY KEY);
                CREATE TABLE posts (id int PRIMARY KEY, user_id int REFERENCES users ON DELETE %s);
                INSERT INTO users VALUES (1), (2);
                INSERT INTO posts VALUES (10, 1), (11, 1), (12, 1), (20, 2);
                """.formatted(action));
    }

    private RemovalPlan plan(List<Known> removed, List<RowSet> sets, List<KeyChange> changes) throws SQLException {
        return count(new RemovalOutline(USER, 1, removed, sets, changes, List.of(), List.of()))
                .plan();
    }

    private CountedRemoval count(RemovalOutline outline) throws SQLException {
        try (Connection connection = tables.connection()) {
            return new RemovalPreview(CONTRACT, connection).count(outline);
        }
    }

    private static Known post(int id, Rule rule) {
        return new Known(POST, id, new Because(rule, POSTS, null));
    }

    private static KeyChange change(Integer child, Integer parent, Rule rule) {
        Parent kind = parent == null ? Parent.NONE : Parent.STORED;
        return new KeyChange(KEY, child, kind, parent, new Because(rule, POSTS, null));
    }

    private static RowSet reads(Object... users) {
        return new RowSet(
                new RowSet.Entities(USER, List.of(users)),
                POSTS,
                RowSet.Way.EACH,
                RowSet.Operation.DELETE,
                new Because(Rule.REM_1, POSTS, null));
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
