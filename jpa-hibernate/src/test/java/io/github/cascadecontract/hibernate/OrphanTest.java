package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.error.RemovedEntityException;
import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.Profile;
import io.github.cascadecontract.hibernate.Blog.User;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrphanTest {
    private final World world = Blog.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_child_taken_out_of_the_list_is_removed() {
        assertThat(world.sentBy(work -> work.find(User.class, 1L).posts.remove(0)))
                .contains("delete posts x1");
    }

    @Test
    void the_children_of_a_replaced_list_are_removed_whether_it_was_loaded_or_not() {
        assertThat(world.sentBy(work -> work.find(User.class, 1L).posts = new ArrayList<>()))
                .contains("delete posts x2");
    }

    @Test
    void a_null_list_is_an_empty_one() {
        assertThat(world.sentBy(work -> work.find(User.class, 1L).posts = null)).contains("delete posts x2");
    }

    @Test
    void a_back_reference_set_to_null_makes_an_orphan_even_if_the_parent_is_not_in_memory() {
        assertThat(world.sentBy(work -> work.find(Post.class, 11L).user = null))
                .containsExactly("select posts", "delete post_tags x0", "delete posts x1");
    }

    @Test
    void what_still_stands_in_a_one_to_one_after_its_removal_is_not_put_there_again() {
        world.units().inTransaction(work -> {
            User user = work.find(User.class, 2L);
            Profile removed = user.profile;
            work.remove(removed);
            work.flush();
            user.profile = null;
            work.flush();
        });
        world.execute("INSERT INTO profiles VALUES (3, 'third', NULL)");
        world.units().inTransaction(work -> {
            Profile removed = work.find(Profile.class, 3L);
            work.find(User.class, 2L).profile = removed;
            work.remove(removed);
            work.flush();
            work.flush();
        });
        assertThat(world.rows("SELECT id FROM profiles ORDER BY id")).hasSize(1);
    }

    @Test
    void a_pending_orphan_is_never_inserted() {
        assertThat(world.sentBy(work -> {
                    User user = work.find(User.class, 1L);
                    Post post = new Post(99);
                    user.posts.add(post);
                    work.persist(user);
                    assertThat(work.contains(post)).isTrue();
                    user.posts.remove(post);
                }))
                .noneMatch(statement -> statement.startsWith("insert") || statement.startsWith("delete"));
    }

    @Test
    void a_pending_entity_that_is_removed_is_never_inserted_and_not_managed() {
        assertThat(world.sentBy(work -> {
                    User user = new User(9);
                    Post post = new Post(99);
                    user.posts.add(post);
                    work.persist(user);
                    assertThat(work.contains(post)).isTrue();
                    work.remove(user);
                    work.flush();
                    assertThat(work.contains(user)).isFalse();
                    assertThat(work.contains(post)).isFalse();
                }))
                .isEmpty();
    }

    @Test
    void a_child_that_moves_is_updated_once_in_any_load_order() {
        for (long first : new long[] {1, 2}) {
            world.execute("UPDATE posts SET user_id = 1 WHERE id = 11");
            assertThat(world.sentBy(work -> {
                        work.find(User.class, first);
                        User from = work.find(User.class, 1L);
                        User to = work.find(User.class, 2L);
                        to.posts.size();
                        Post post = work.find(Post.class, 11L);
                        from.posts.remove(post);
                        to.posts.add(post);
                    }))
                    .contains("update posts x1")
                    .noneMatch(statement -> statement.startsWith("delete"));
            assertThat(world.rows("SELECT user_id FROM posts WHERE id = 11")).containsExactly("2");
        }
    }

    @Test
    void a_moved_child_survives_the_removal_of_its_old_parent() {
        world.units().inTransaction(work -> {
            User from = work.find(User.class, 1L);
            Post post = from.posts.get(0);
            work.remove(from);
            post.user = work.find(User.class, 2L);
        });
        assertThat(world.rows("SELECT id, user_id FROM posts ORDER BY id")).containsExactly("11,2", "21,2");
    }

    @Test
    void a_replaced_one_to_one_gives_way_before_the_new_one_comes() {
        assertThat(world.sentBy(work -> work.find(User.class, 1L).profile = new Profile(9)))
                .containsSubsequence("delete profiles x1", "insert profiles x1");
        assertThat(world.rows("SELECT id FROM profiles WHERE user_id = 1")).containsExactly("9");
    }

    @Test
    void what_was_removed_by_an_earlier_flush_is_refused() {
        try (UnitOfWork work = world.units().begin()) {
            Post post = work.find(User.class, 1L).posts.remove(0);
            work.flush();
            assertThatThrownBy(() -> work.persist(post)).isInstanceOf(RemovedEntityException.class);
        }
    }

    @Test
    void a_new_object_with_the_id_of_a_removed_one_is_welcome() {
        assertThat(world.sentBy(work -> {
                    work.remove(work.find(Post.class, 11L));
                    Post again = new Post(11);
                    again.user = work.find(User.class, 2L);
                    work.persist(again);
                }))
                .containsSubsequence("delete posts x1", "insert posts x1");
        assertThat(world.rows("SELECT user_id FROM posts WHERE id = 11")).containsExactly("2");
    }
}
