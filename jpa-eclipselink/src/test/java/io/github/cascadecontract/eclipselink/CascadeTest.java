package io.github.cascadecontract.eclipselink;

import static io.github.cascadecontract.annotation.PassiveDeletes.Mode.OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.IntegrityViolationException.Kind;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CascadeTest {
    private final TestDatabase database = new TestDatabase();
    private UnitOfWorkFactory factory = open(CascadeTest::asAnnotated);

    @BeforeEach
    void seed() {
        database.execute("""
                INSERT INTO users VALUES (1, 'user1'), (2, 'user2');
                INSERT INTO posts VALUES (1, 'post1', 1), (2, 'post2', 1), (3, 'post3', 2);
                INSERT INTO comments VALUES (1, 'comment1', 1);
                INSERT INTO profiles VALUES (1, 1);
                INSERT INTO tags VALUES (1), (2);
                INSERT INTO post_tags VALUES (3, 1)""");
        User.CALLBACKS.clear();
        database.sent();
    }

    @AfterEach
    void close() {
        factory.close();
        assertThat(database.connectionsInUse()).isZero();
        database.close();
    }

    private static void asAnnotated(ContractBuilder contract) {}

    private UnitOfWorkFactory open(Consumer<ContractBuilder> settings) {
        ContractBuilder contract =
                CascadeContract.builder(User.class, Post.class, Profile.class, Comment.class, Tag.class, Node.class);
        settings.accept(contract);
        return UnitOfWorkFactory.open("eclipselink", contract.build(), database.dataSource());
    }

    private void reopen(Consumer<ContractBuilder> settings) {
        factory.close();
        factory = open(settings);
        database.sent();
    }

    @Test
    void a_passive_removal_leaves_what_is_not_loaded_to_the_database() {
        factory.inTransaction(work -> work.remove(work.find(User.class, 2L)));
        assertThat(database.sent())
                .noneMatch(sql -> sql.contains("posts"))
                .contains("DELETE FROM users WHERE (ID = ?)");
    }

    @Test
    void loaded_children_are_removed_by_the_client_with_one_callback_each() {
        factory.inTransaction(work -> {
            User user = work.find(User.class, 1L);
            user.posts.size();
            work.remove(user);
        });
        assertThat(database.query("SELECT id FROM posts")).containsExactly(3L);
        assertThat(database.query("SELECT id FROM profiles")).isEmpty();
        assertThat(User.CALLBACKS).containsExactlyInAnyOrder("user 1", "post 1", "post 2");
        assertThat(database.sent())
                .filteredOn(sql -> sql.startsWith("DELETE FROM posts"))
                .hasSize(2);
    }

    @Test
    void an_orphan_is_removed() {
        factory.inTransaction(work -> work.find(User.class, 1L).posts.removeIf(post -> post.id == 2));
        assertThat(database.query("SELECT id FROM posts ORDER BY id")).containsExactly(1L, 3L);
    }

    @Test
    void a_moved_child_survives_the_removal_of_its_old_parent() {
        factory.inTransaction(work -> {
            User old = work.find(User.class, 1L);
            Post post = work.find(Post.class, 2L);
            old.posts.size();
            post.user = work.find(User.class, 2L);
            work.remove(old);
        });
        assertThat(database.query("SELECT id FROM posts WHERE user_id = 2 ORDER BY id"))
                .containsExactly(2L, 3L);
        assertThat(database.sent())
                .filteredOn(sql -> sql.startsWith("UPDATE posts"))
                .hasSize(1);
    }

    @Test
    void a_child_is_moved_by_the_list_of_its_new_parent() {
        factory.inTransaction(work -> {
            Post post = work.find(Post.class, 2L);
            work.find(User.class, 1L).posts.remove(post);
            work.find(User.class, 2L).posts.add(post);
        });
        assertThat(database.query("SELECT id FROM posts WHERE user_id = 2 ORDER BY id"))
                .containsExactly(2L, 3L);
    }

    @Test
    void without_cascade_the_keys_become_null() {
        reopen(contract -> contract.relation(
                User.class, "posts", posts -> posts.cascade().noOrphanRemoval().passiveDeletes(OFF)));
        factory.inTransaction(work -> work.remove(work.find(User.class, 2L)));
        assertThat(database.query("SELECT id FROM posts WHERE user_id IS NULL")).containsExactly(3L);
        assertThat(database.sent())
                .filteredOn(sql -> sql.startsWith("UPDATE posts"))
                .hasSize(1);
    }

    @Test
    void a_not_null_key_refuses_to_become_null() {
        database.execute("ALTER TABLE posts ALTER user_id SET NOT NULL");
        reopen(contract -> contract.relation(
                User.class, "posts", posts -> posts.cascade().noOrphanRemoval().passiveDeletes(OFF)));
        UnitOfWork work = factory.begin();
        work.remove(work.find(User.class, 2L));
        assertThatThrownBy(work::commit)
                .isInstanceOfSatisfying(
                        IntegrityViolationException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.NOT_NULL));
        work.close();
        assertThat(database.query("SELECT id FROM users ORDER BY id")).containsExactly(1L, 2L);
    }

    @Test
    void a_replaced_one_to_one_gives_its_unique_key_away_first() {
        factory.inTransaction(work -> {
            User user = work.find(User.class, 1L);
            user.profile = new Profile(2);
        });
        assertThat(database.query("SELECT id FROM profiles WHERE user_id = 1")).containsExactly(2L);
        assertThat(database.query("SELECT id FROM profiles")).hasSize(1);
    }

    @Test
    void a_child_without_a_reference_of_its_own_is_inserted_with_its_key() {
        factory.inTransaction(work -> {
            Post post = work.find(Post.class, 2L);
            post.comments.add(new Comment("a"));
            post.comments.add(new Comment("b"));
        });
        assertThat(database.query("SELECT body FROM comments WHERE post_id = 2 ORDER BY id"))
                .containsExactly("a", "b");
        assertThat(database.sent()).noneMatch(sql -> sql.startsWith("UPDATE"));
    }

    @Test
    void a_child_without_a_reference_of_its_own_is_moved_by_one_update() {
        factory.inTransaction(work -> {
            Post old = work.find(Post.class, 1L);
            Comment comment = old.comments.remove(0);
            work.find(Post.class, 2L).comments.add(comment);
        });
        assertThat(database.query("SELECT id FROM comments WHERE post_id = 2")).containsExactly(1L);
        assertThat(database.sent()).filteredOn(sql -> sql.startsWith("UPDATE")).hasSize(1);
    }

    @Test
    void links_are_inserted_and_deleted_and_cleared() {
        factory.inTransaction(work -> {
            work.find(Post.class, 1L).tags.add(work.find(Tag.class, 2L));
            Post other = new Post(9);
            other.tags.add(work.find(Tag.class, 1L));
            work.persist(other);
            work.remove(work.find(Post.class, 3L));
        });
        assertThat(database.query("SELECT post_id * 10 + tag_id FROM post_tags ORDER BY 1"))
                .containsExactly(12L, 91L);
        factory.inTransaction(work -> work.find(Post.class, 1L).tags.clear());
        assertThat(database.query("SELECT post_id FROM post_tags")).containsExactly(9L);
    }

    @Test
    void a_tree_is_written_and_removed() {
        long id = factory.callInTransaction(work -> {
            Node root = new Node("root");
            Node child = root.add(new Node("child"));
            child.add(new Node("leaf"));
            root.add(new Node("leaf"));
            work.persist(root);
            return root.id;
        });
        assertThat(database.query("SELECT name FROM nodes")).hasSize(4);
        factory.inTransaction(work -> work.remove(work.find(Node.class, id)));
        assertThat(database.query("SELECT name FROM nodes")).isEmpty();
    }

    @Test
    void rows_that_refer_to_each_other_are_written_and_removed() {
        factory.inTransaction(work -> {
            Node one = new Node("one");
            Node other = new Node("other");
            one.parent = other;
            other.parent = one;
            work.persist(one);
            work.persist(other);
            work.flush();
            assertThat(one.parent).isSameAs(other);
            assertThat(other.parent).isSameAs(one);
        });
        assertThat(database.query("SELECT name FROM nodes WHERE parent_id IS NOT NULL"))
                .hasSize(2);
        long id = (long) database.query("SELECT min(id) FROM nodes").get(0);
        factory.inTransaction(work -> {
            Node one = work.find(Node.class, id);
            work.remove(one.parent);
            work.remove(one);
        });
        assertThat(database.query("SELECT name FROM nodes")).isEmpty();
    }

    @Test
    void a_pending_orphan_is_never_inserted() {
        factory.inTransaction(work -> {
            User user = work.find(User.class, 1L);
            Post post = new Post(9);
            user.posts.add(post);
            work.persist(user);
            assertThat(work.contains(post)).isTrue();
            user.posts.remove(post);
        });
        assertThat(database.query("SELECT id FROM posts WHERE id = 9")).isEmpty();
        assertThat(database.sent()).noneMatch(sql -> sql.startsWith("INSERT"));
    }

    @Test
    void a_persist_cancels_a_removal() {
        factory.inTransaction(work -> {
            User user = work.find(User.class, 1L);
            work.remove(user);
            assertThat(work.contains(user)).isFalse();
            assertThat(work.find(User.class, 1L)).isNull();
            work.persist(user);
            assertThat(work.contains(user)).isTrue();
        });
        assertThat(database.query("SELECT id FROM users ORDER BY id")).containsExactly(1L, 2L);
    }

    @Test
    void a_removed_new_entity_takes_its_children_out() {
        factory.inTransaction(work -> {
            User user = new User(9);
            user.posts.add(new Post(9));
            work.persist(user);
            work.remove(user);
        });
        assertThat(database.sent()).noneMatch(sql -> sql.startsWith("INSERT"));
    }

    @Test
    void a_detached_entity_is_removed_with_what_it_has_loaded_and_without_a_select() {
        User user = factory.callInTransaction(work -> {
            User found = work.find(User.class, 1L);
            assertThat(found.posts).hasSize(2);
            assertThat(found.profile).isNotNull();
            return found;
        });
        database.sent();
        factory.inTransaction(work -> work.remove(user));
        assertThat(database.sent())
                .noneMatch(sql -> sql.startsWith("SELECT") && sql.contains("users"))
                .contains("DELETE FROM posts WHERE (ID = ?)");
        assertThat(database.query("SELECT id FROM users")).containsExactly(2L);
    }

    @Test
    void a_managed_child_of_a_removed_row_is_forgotten() {
        UnitOfWork work = factory.begin();
        Post post = work.find(Post.class, 3L);
        work.remove(work.find(User.class, 2L));
        work.flush();
        assertThat(work.contains(post)).isFalse();
        assertThat(work.find(Post.class, 3L)).isNull();
        work.commit();
        work.close();
    }

    @Test
    void a_new_entity_may_take_the_id_of_a_removed_one() {
        UnitOfWork work = factory.begin();
        Post old = work.find(Post.class, 2L);
        Post fresh = new Post(2);
        fresh.title = "fresh";
        work.remove(old);
        work.persist(fresh);
        work.flush();
        assertThat(work.contains(old)).isFalse();
        assertThat(work.contains(fresh)).isTrue();
        assertThat(work.find(Post.class, 2L)).isSameAs(fresh);
        work.commit();
        work.close();
        assertThat(database.query("SELECT title FROM posts WHERE id = 2")).containsExactly("fresh");
    }

    @Test
    void an_entity_changed_after_persist_is_inserted_once_with_its_last_values() {
        factory.inTransaction(work -> {
            Post post = new Post(9);
            work.persist(post);
            post.title = "last";
        });
        assertThat(database.query("SELECT title FROM posts WHERE id = 9")).containsExactly("last");
        assertThat(database.sent()).filteredOn(sql -> sql.startsWith("INSERT")).hasSize(1);
        assertThat(database.sent()).noneMatch(sql -> sql.startsWith("UPDATE"));
        assertThat(User.CALLBACKS).containsExactly("new post 9");
    }
}
