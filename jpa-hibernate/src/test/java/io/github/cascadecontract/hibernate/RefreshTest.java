package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.User;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both doors to refresh. */
class RefreshTest {
    private final World world = Blog.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void changes_are_forgotten_and_loaded_children_are_read_again() {
        world.units().inTransaction(work -> {
            User user = work.find(User.class, 1L);
            Post post = user.posts.get(0);
            user.name = "changed";
            post.title = "changed";
            user.posts.add(new Post(99));
            world.execute("UPDATE users SET name = 'theirs' WHERE id = 1");
            world.execute("INSERT INTO posts VALUES (13, 'd', 1)");
            work.refresh(user);
            assertThat(user.name).isEqualTo("theirs");
            assertThat(post.title).isEqualTo("a");
            assertThat(work.isLoaded(user, "posts")).isTrue();
            assertThat(user.posts).extracting(each -> each.id).containsExactlyInAnyOrder(11L, 12L, 13L);
        });
        assertThat(world.rows("SELECT name FROM users ORDER BY id")).containsExactly("theirs", "two");
        assertThat(world.rows("SELECT count(*) FROM posts")).containsExactly("4");
    }

    @Test
    void what_was_not_loaded_stays_so_and_forgets_what_was_queued() {
        world.units().inTransaction(work -> {
            User user = work.find(User.class, 1L);
            user.posts.add(new Post(99));
            work.refresh(user);
            assertThat(work.isLoaded(user, "posts")).isFalse();
        });
        assertThat(world.rows("SELECT count(*) FROM posts WHERE user_id = 1")).containsExactly("2");
    }

    @Test
    void a_reference_is_read_again_and_its_target_is_left_alone() {
        world.units().inTransaction(work -> {
            Post post = work.find(Post.class, 11L);
            post.user = work.find(User.class, 2L);
            post.user.name = "renamed";
            work.refresh(post);
            assertThat(post.user).isSameAs(work.find(User.class, 1L));
        });
        assertThat(world.rows("SELECT user_id FROM posts WHERE id = 11")).containsExactly("1");
        assertThat(world.rows("SELECT name FROM users ORDER BY id")).containsExactly("one", "renamed");
    }

    @Test
    void a_one_to_one_is_read_again() {
        world.units().inTransaction(work -> {
            User user = work.find(User.class, 1L);
            world.execute(
                    "UPDATE profiles SET user_id = NULL WHERE id = 1", "INSERT INTO profiles VALUES (7, 'new', 1)");
            work.refresh(user);
            assertThat(user.profile.id).isEqualTo(7);
            world.execute("UPDATE profiles SET user_id = NULL");
            work.refresh(user);
            assertThat(user.profile).isNull();
        });
        assertThat(world.rows("SELECT count(*) FROM profiles")).containsExactly("3");
    }

    @Test
    void a_row_that_is_gone_is_stale_and_an_unmanaged_entity_is_refused() {
        assertThatThrownBy(() -> world.units().inTransaction(work -> {
                    Post post = work.find(Post.class, 11L);
                    world.execute("DELETE FROM posts");
                    work.refresh(post);
                }))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("Post");
        assertThatThrownBy(() -> world.units().inTransaction(work -> work.refresh(new User(1))))
                .isInstanceOf(DetachedEntityException.class);
    }

    @Test
    void an_entity_manager_refreshes_and_locks_likewise() {
        world.units().inTransaction(work -> {
            EntityManager entityManager = work.unwrap(EntityManager.class);
            Post post = entityManager.find(Post.class, 11L);
            post.title = "changed";
            entityManager.refresh(post, LockModeType.PESSIMISTIC_WRITE);
            assertThat(post.title).isEqualTo("a");
            assertThat(entityManager.getLockMode(post)).isEqualTo(LockModeType.PESSIMISTIC_WRITE);
        });
    }
}
