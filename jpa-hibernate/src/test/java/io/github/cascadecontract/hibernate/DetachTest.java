package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.User;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both doors to detach. */
class DetachTest {
    private final World world = Blog.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void loaded_children_go_along_and_nothing_is_loaded_or_written() {
        assertThat(world.sentBy(work -> {
                    User user = work.find(User.class, 1L);
                    Post post = user.posts.get(0);
                    user.name = "changed";
                    post.title = "changed";
                    world.sent();
                    work.detach(user);
                    assertThat(work.contains(user)).isFalse();
                    assertThat(work.contains(post)).isFalse();
                }))
                .isEmpty();
        assertThat(world.rows("SELECT name FROM users WHERE id = 1")).containsExactly("one");
    }

    @Test
    void children_that_are_not_loaded_over_the_relation_stay() {
        world.units().inTransaction(work -> {
            Post post = work.find(Post.class, 11L);
            User user = work.find(User.class, 1L);
            work.unwrap(EntityManager.class).detach(user);
            assertThat(work.contains(user)).isFalse();
            assertThat(work.contains(post)).isTrue();
        });
    }

    @Test
    void what_was_marked_for_removal_or_persisted_is_no_longer() {
        world.units().inTransaction(work -> {
            User user = work.find(User.class, 1L);
            work.remove(user);
            work.detach(user);
            User created = new User(9);
            created.posts.add(new Post(99));
            work.persist(created);
            work.detach(created);
            work.detach(new User(7));
        });
        assertThat(world.rows("SELECT id FROM users ORDER BY id")).containsExactly("1", "2");
        assertThat(world.rows("SELECT count(*) FROM posts")).containsExactly("3");
    }

    @Test
    void an_unloaded_reference_is_detached_as_well() {
        world.units().inTransaction(work -> {
            Post post = work.find(Post.class, 11L);
            Object reference = post.user;
            work.detach(reference);
            assertThat(work.contains(reference)).isFalse();
            assertThat(work.contains(post)).isTrue();
        });
    }
}
