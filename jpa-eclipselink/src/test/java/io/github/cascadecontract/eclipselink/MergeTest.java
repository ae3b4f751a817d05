package io.github.cascadecontract.eclipselink;

import static io.github.cascadecontract.merge.MergeOption.adopt;
import static io.github.cascadecontract.merge.MergeOption.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.ForeignChildException;
import io.github.cascadecontract.error.StaleEntityException;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeTest {
    private final TestDatabase database = new TestDatabase();
    private final UnitOfWorkFactory factory = UnitOfWorkFactory.open(
            "eclipselink",
            CascadeContract.of(User.class, Post.class, Profile.class, Comment.class, Tag.class, Node.class),
            database.dataSource());

    @BeforeEach
    void seed() {
        database.execute("""
                INSERT INTO users VALUES (1, 'user1'), (2, 'user2');
                INSERT INTO posts VALUES (1, 'post1', 1), (2, 'post2', 1), (3, 'post3', 2);
                INSERT INTO profiles VALUES (1, 1);
                INSERT INTO tags VALUES (1), (2);
                INSERT INTO post_tags VALUES (1, 1);
                INSERT INTO nodes VALUES (101, 3, 'root', NULL), (102, 1, 'leaf', 101)""");
        User.CALLBACKS.clear();
        database.sent();
    }

    @AfterEach
    void close() {
        factory.close();
        assertThat(database.connectionsInUse()).isZero();
        database.close();
    }

    private static User given(long id, Post... posts) {
        User user = new User(id);
        user.posts = new ArrayList<>(List.of(posts));
        return user;
    }

    @Test
    void a_given_graph_replaces_what_is_there() {
        factory.inTransaction(work -> {
            Post kept = new Post(2);
            kept.title = "kept";
            User merged = work.merge(given(1, kept, new Post(9)), only("posts"));
            assertThat(merged).isSameAs(work.find(User.class, 1L));
            assertThat(merged.posts).extracting(post -> post.id).containsExactlyInAnyOrder(2L, 9L);
        });
        assertThat(database.query("SELECT title FROM posts WHERE user_id = 1 ORDER BY id"))
                .containsExactly("kept", "post9");
        assertThat(database.query("SELECT id FROM posts WHERE id = 1")).isEmpty();
        assertThat(User.CALLBACKS).containsExactlyInAnyOrder("new post 9", "changed post 2", "post 1");
    }

    @Test
    void a_null_collection_is_not_given_and_not_read() {
        factory.inTransaction(work -> {
            User user = new User(1);
            user.name = "changed";
            user.posts = null;
            work.merge(user, only("name", "posts"));
        });
        assertThat(database.query("SELECT name FROM users WHERE id = 1")).containsExactly("changed");
        assertThat(database.query("SELECT id FROM posts")).hasSize(3);
        assertThat(database.sent()).noneMatch(sql -> sql.contains("posts"));
    }

    @Test
    void an_equal_graph_sends_nothing() {
        factory.inTransaction(work -> work.merge(given(1, new Post(1), new Post(2)), only("name", "posts.title")));
        assertThat(database.sent()).allMatch(sql -> sql.startsWith("SELECT"));
        assertThat(User.CALLBACKS).isEmpty();
    }

    @Test
    void a_new_graph_is_inserted_with_values_seen_by_its_callbacks() {
        factory.inTransaction(work -> {
            Post post = new Post(9);
            post.tags = Set.of(new Tag(1), new Tag(2));
            User merged = work.merge(given(8, post));
            assertThat(work.contains(merged)).isTrue();
            assertThat(work.contains(merged.posts.get(0))).isTrue();
        });
        assertThat(database.query("SELECT user_id FROM posts WHERE id = 9")).containsExactly(8L);
        assertThat(User.CALLBACKS).containsExactly("new post 9");
    }

    @Test
    void a_child_of_somebody_else_is_refused_and_taken_only_when_asked_for() {
        assertThatThrownBy(() -> factory.inTransaction(work -> work.merge(given(1, new Post(3)), only("posts"))))
                .isInstanceOf(ForeignChildException.class);
        assertThat(database.query("SELECT user_id FROM posts WHERE id = 3")).containsExactly(2L);
        factory.inTransaction(work -> work.merge(given(1, new Post(3)), only("posts.id"), adopt()));
        assertThat(database.query("SELECT id FROM posts WHERE user_id = 1")).containsExactly(3L);
    }

    @Test
    void the_entity_manager_takes_the_same_way() {
        assertThatThrownBy(() -> factory.inTransaction(
                        work -> work.unwrap(EntityManager.class).merge(given(1, new Post(3)))))
                .isInstanceOf(ForeignChildException.class);
        User.CALLBACKS.clear();
        factory.inTransaction(work -> {
            User merged = work.unwrap(EntityManager.class).merge(given(1, new Post(2)));
            assertThat(merged).isSameAs(work.find(User.class, 1L));
            assertThat(merged.posts).containsExactly(work.find(Post.class, 2L));
            assertThat(merged.profile).isNull();
        });
        assertThat(database.query("SELECT id FROM posts ORDER BY id")).containsExactly(2L, 3L);
        assertThat(database.query("SELECT id FROM profiles")).isEmpty();
    }

    @Test
    void a_generated_id_that_is_gone_and_another_version_are_stale() {
        Node gone = new Node("gone");
        gone.id = 77L;
        assertThatThrownBy(() -> factory.inTransaction(work -> work.merge(gone)))
                .isInstanceOf(StaleEntityException.class);
        Node old = new Node("old");
        old.id = 101L;
        old.version = 2;
        assertThatThrownBy(() -> factory.inTransaction(work -> work.merge(old)))
                .isInstanceOf(StaleEntityException.class);
        assertThat(database.query("SELECT name FROM nodes ORDER BY id")).containsExactly("root", "leaf");
    }

    @Test
    void a_tree_is_merged_with_new_nodes_whose_ids_are_generated() {
        factory.inTransaction(work -> {
            Node root = new Node("changed");
            root.id = 101L;
            root.version = 3;
            root.add(new Node("one")).add(new Node("below"));
            Node leaf = root.add(new Node("leaf"));
            leaf.id = 102L;
            leaf.version = 1;
            work.merge(root);
        });
        assertThat(database.query("SELECT name FROM nodes ORDER BY id"))
                .containsExactlyInAnyOrder("changed", "one", "below", "leaf");
        assertThat(database.query("SELECT c.name FROM nodes c JOIN nodes p ON c.parent_id = p.id WHERE p.name = 'one'"))
                .containsExactly("below");
        assertThat(database.query("SELECT version FROM nodes WHERE id = 102")).containsExactly(1);
    }

    @Test
    void a_list_that_was_not_read_is_not_given() {
        User detached = factory.callInTransaction(work -> work.find(User.class, 1L));
        detached.name = "changed";
        database.sent();
        factory.inTransaction(work -> work.merge(detached));
        assertThat(database.query("SELECT id FROM posts")).hasSize(3);
        assertThat(database.query("SELECT name FROM users WHERE id = 1")).containsExactly("changed");
        assertThat(database.sent()).noneMatch(sql -> sql.contains("posts"));
    }

    @Test
    void an_empty_collection_means_none() {
        factory.inTransaction(work -> work.merge(given(1), only("posts")));
        assertThat(database.query("SELECT id FROM posts")).containsExactly(3L);
    }
}
