package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.error.DetachedEntityException;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.UnsavedReferenceException;
import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PendingTest {
    private final World world = Blog.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void one_insert_has_the_values_that_the_entity_has_at_flush() {
        assertThat(world.sentBy(work -> {
                    User user = new User(9);
                    work.persist(user);
                    user.name = "late";
                }))
                .containsExactly("insert users x1");
        assertThat(world.rows("SELECT name FROM users WHERE id = 9")).containsExactly("late");
    }

    @Test
    void parents_are_inserted_first_though_the_child_was_persisted_first() {
        assertThat(world.sentBy(work -> {
                    Post post = new Post(99);
                    work.persist(post);
                    User user = new User(9);
                    work.persist(user);
                    post.user = user;
                }))
                .containsExactly("insert users x1", "insert posts x1");
        assertThat(world.rows("SELECT user_id FROM posts WHERE id = 99")).containsExactly("9");
    }

    @Test
    void many_rows_in_the_wrong_order_are_sorted_and_each_inserted_once() {
        world.units().inTransaction(work -> {
            User user = new User(9);
            for (long id = 1000; id < 3000; id++) {
                Post post = new Post(id);
                post.user = user;
                work.persist(post);
            }
            work.persist(user);
        });
        assertThat(world.rows("SELECT count(*), count(DISTINCT user_id) FROM posts WHERE id >= 1000"))
                .containsExactly("2000,1");
    }

    @Test
    void a_child_added_to_a_managed_parent_gets_its_back_reference() {
        assertThat(world.sentBy(work -> work.find(User.class, 1L).posts.add(new Post(99))))
                .contains("insert posts x1")
                .noneMatch(statement -> statement.startsWith("update"))
                .doesNotContain("select posts");
        assertThat(world.rows("SELECT user_id FROM posts WHERE id = 99")).containsExactly("1");
    }

    @Test
    void a_missing_parent_is_an_error_of_the_flush_and_not_of_persist() {
        try (UnitOfWork work = world.units().begin()) {
            work.persist(new Post(99));
            assertThatThrownBy(work::flush).isInstanceOf(IntegrityViolationException.class);
        }
    }

    @Test
    void a_reference_to_what_nobody_persisted_is_an_error_before_any_statement() {
        try (UnitOfWork work = world.units().begin()) {
            Post post = new Post(99);
            work.persist(post);
            post.user = new User(9);
            assertThatThrownBy(work::commit).isInstanceOf(UnsavedReferenceException.class);
            assertThat(world.sent()).isEmpty();
        }
    }

    @Test
    void persist_of_what_was_detached_is_refused() {
        try (UnitOfWork work = world.units().begin()) {
            User user = work.find(User.class, 1L);
            work.detach(user);
            assertThatThrownBy(() -> work.persist(user)).isInstanceOf(DetachedEntityException.class);
        }
    }

    @Test
    void persist_of_a_second_object_with_a_managed_id_is_refused() {
        try (UnitOfWork work = world.units().begin()) {
            work.find(User.class, 1L);
            assertThatThrownBy(() -> work.persist(new User(1)))
                    .isInstanceOfSatisfying(
                            IntegrityViolationException.class,
                            violation ->
                                    assertThat(violation.kind()).isEqualTo(IntegrityViolationException.Kind.UNIQUE));
        }
    }

    @Test
    void a_pending_entity_that_is_detached_is_not_inserted() {
        assertThat(world.sentBy(work -> {
                    User user = new User(9);
                    work.persist(user);
                    work.detach(user);
                }))
                .isEmpty();
    }
}
