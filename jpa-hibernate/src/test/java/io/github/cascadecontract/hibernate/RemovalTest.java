package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.contract.RelationOverride;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.IntegrityViolationException.Kind;
import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.User;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemovalTest {
    private World world = Blog.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void children_that_are_not_loaded_are_left_to_the_database() {
        assertThat(world.sentBy(RemovalTest::removeFirstUser))
                .containsExactly("select users", "delete profiles x1", "delete users x1");
        assertThat(world.rows("SELECT id FROM posts")).containsExactly("21");
    }

    @Test
    void the_number_of_statements_does_not_grow_with_what_is_left_to_the_database() {
        world.execute("INSERT INTO posts SELECT i, 'more', 2 FROM generate_series(1000, 10999) i");
        List<String> few = world.sentBy(RemovalTest::removeFirstUser);
        List<String> many = world.sentBy(work -> work.remove(work.find(User.class, 2L)));
        assertThat(many).isEqualTo(few);
        assertThat(world.rows("SELECT count(*) FROM posts")).containsExactly("0");
    }

    @Test
    void loaded_children_are_removed_by_the_client_before_their_parent() {
        assertThat(world.sentBy(work -> {
                    User user = work.find(User.class, 1L);
                    assertThat(user.posts).hasSize(2);
                    work.remove(user);
                }))
                .containsSubsequence("delete posts x2", "delete users x1")
                .doesNotContain("update posts x2");
    }

    @Test
    void passive_off_selects_the_children_and_removes_them() {
        overridePosts("NOT NULL", posts -> posts.passiveDeletes(Mode.OFF));
        assertThat(world.sentBy(RemovalTest::removeFirstUser))
                .containsSubsequence("select posts", "delete posts x2", "delete users x1");
    }

    @Test
    void without_remove_the_keys_of_the_children_become_null() {
        overridePosts("", posts -> posts.cascade().noOrphanRemoval().passiveDeletes(Mode.OFF));
        assertThat(world.sentBy(RemovalTest::removeFirstUser))
                .containsSubsequence("select posts", "update posts x2", "delete users x1")
                .doesNotContain("delete posts x2");
        assertThat(world.rows("SELECT id, user_id FROM posts ORDER BY id"))
                .containsExactly("11,null", "12,null", "21,2");
    }

    @Test
    void a_key_that_must_not_become_null_is_an_error_of_the_flush() {
        overridePosts("NOT NULL", posts -> posts.cascade().noOrphanRemoval().passiveDeletes(Mode.OFF));
        try (UnitOfWork work = world.units().begin()) {
            removeFirstUser(work);
            assertThatThrownBy(work::flush).isInstanceOfSatisfying(IntegrityViolationException.class, violation -> {
                assertThat(violation.kind()).isEqualTo(Kind.NOT_NULL);
                assertThat(violation.table()).contains("posts");
                assertThat(violation.constraint()).contains("user_id");
            });
        }
        assertThat(world.rows("SELECT count(*) FROM posts")).containsExactly("3");
    }

    @Test
    void passive_all_leaves_loaded_children_to_the_foreign_key_too() {
        overridePosts("NOT NULL", posts -> posts.cascade().noOrphanRemoval().passiveDeletes(Mode.ALL));
        assertThat(world.sentBy(work -> {
                    User user = work.find(User.class, 1L);
                    user.posts.size();
                    work.remove(user);
                }))
                .contains("delete users x1")
                .noneMatch(statement -> statement.matches("(update|delete) posts.*"));
        assertThat(world.rows("SELECT id FROM posts")).containsExactly("21");
    }

    @Test
    void what_is_removed_is_not_managed_at_once_and_can_be_taken_back() {
        assertThat(world.sentBy(work -> {
                    User user = work.find(User.class, 1L);
                    work.remove(user);
                    assertThat(work.contains(user)).isFalse();
                    assertThat(work.find(User.class, 1L)).isNull();
                    work.persist(user);
                    assertThat(work.contains(user)).isTrue();
                    assertThat(work.find(User.class, 1L)).isSameAs(user);
                }))
                .noneMatch(statement -> statement.startsWith("delete"));
    }

    @Test
    void after_the_flush_no_entity_stands_for_a_row_that_the_database_removed() {
        world.units().inTransaction(work -> {
            Post post = work.find(Post.class, 11L);
            Post other = work.find(Post.class, 21L);
            removeFirstUser(work);
            work.flush();
            assertThat(work.contains(post)).isFalse();
            assertThat(work.find(Post.class, 11L)).isNull();
            assertThat(work.contains(other)).isTrue();
        });
    }

    @Test
    void a_detached_entity_is_removed_with_what_it_has_loaded_and_is_not_read_again() {
        User user = world.units().callInTransaction(work -> {
            User found = work.find(User.class, 1L);
            found.posts.size();
            return found;
        });
        assertThat(world.sentBy(work -> work.remove(user)))
                .contains("delete posts x2", "delete users x1")
                .doesNotContain("select posts");
        assertThat(world.rows("SELECT id FROM users")).containsExactly("2");
    }

    @Test
    void a_row_that_is_gone_already_is_no_error() {
        world.units().inTransaction(work -> {
            User user = work.find(User.class, 1L);
            world.execute("DELETE FROM profiles WHERE user_id = 1", "DELETE FROM users WHERE id = 1");
            work.remove(user);
        });
        assertThat(world.rows("SELECT id FROM users")).containsExactly("2");
    }

    private static void removeFirstUser(UnitOfWork work) {
        work.remove(work.find(User.class, 1L));
    }

    private void overridePosts(String nullability, Consumer<RelationOverride> settings) {
        world.close();
        world = World.of(Blog.builder().relation(User.class, "posts", settings).build(), Blog.tables(nullability));
    }

    @Test
    void a_key_that_the_database_set_to_null_is_null_in_memory_and_the_child_can_be_used_on() {
        try (World blog = World.of(
                Blog.builder()
                        .relation(
                                Blog.User.class,
                                "profile",
                                profile -> profile.cascade().noOrphanRemoval().passiveDeletes(PassiveDeletes.Mode.ALL))
                        .build(),
                Blog.tables(""))) {
            blog.execute("ALTER TABLE profiles DROP CONSTRAINT profiles_user_id_fkey,"
                    + " ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL");
            blog.units().inTransaction(work -> {
                Blog.Profile profile = work.find(Blog.Profile.class, 1L);
                work.remove(profile.user);
                work.flush();
                profile.bio = "alone";
            });
            assertThat(blog.rows("SELECT bio || coalesce(user_id, 0) FROM profiles WHERE id = 1"))
                    .containsExactly("alone0");
        }
    }
}
