package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.error.NullElementException;
import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hibernate queues what is done to a list that is not loaded. */
class UnloadedCollectionTest {
    private final World world = Blog.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void an_addition_does_not_load_the_list() {
        assertThat(world.sentBy(work -> work.find(User.class, 1L).posts.add(new Post(99))))
                .containsExactly("select users", "insert posts x1");
    }

    @Test
    void an_addition_still_counts_after_the_list_was_loaded() {
        world.units().inTransaction(work -> {
            User user = work.find(User.class, 1L);
            Post moved = work.find(Post.class, 21L);
            user.posts.add(new Post(99));
            user.posts.add(moved);
            assertThat(user.posts).hasSize(4);
        });
        assertThat(world.rows("SELECT id FROM posts WHERE user_id = 1 ORDER BY id"))
                .containsExactly("11", "12", "21", "99");
    }

    @Test
    void clear_takes_all_children_out_and_keeps_what_is_added_after_it() {
        assertThat(world.sentBy(work -> {
                    User user = work.find(User.class, 1L);
                    user.posts.add(new Post(98));
                    user.posts.clear();
                    user.posts.add(new Post(99));
                }))
                .contains("delete posts x2", "insert posts x1");
        assertThat(world.rows("SELECT id FROM posts ORDER BY id")).containsExactly("21", "99");
    }

    @Test
    void null_is_refused() {
        try (UnitOfWork work = world.units().begin()) {
            work.find(User.class, 1L).posts.add(null);
            assertThatThrownBy(work::flush)
                    .isInstanceOf(NullElementException.class)
                    .hasMessageContaining("User.posts");
        }
    }

    @Test
    void children_added_to_a_removed_parent_are_not_inserted() {
        world.units().inTransaction(work -> {
            User user = work.find(User.class, 1L);
            user.posts.add(new Post(99));
            work.remove(user);
        });
        assertThat(world.rows("SELECT id FROM posts")).containsExactly("21");
    }
}
