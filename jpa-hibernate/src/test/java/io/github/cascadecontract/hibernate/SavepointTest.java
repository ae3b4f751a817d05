package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.UnsavedReferenceException;
import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.User;
import java.sql.Savepoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SavepointTest {
    private final World world = Blog.world();

    @AfterEach
    void close() {
        assertThat(world.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
        world.close();
    }

    @Test
    void a_rollback_restores_rows_detaches_all_and_lets_the_work_go_on() {
        try (UnitOfWork work = world.units().begin()) {
            work.persist(new User(8));
            Savepoint savepoint = work.savepoint();
            User user = work.find(User.class, 1L);
            work.remove(user);
            work.persist(new User(9));
            work.flush();
            work.remove(work.find(User.class, 2L));
            work.rollback(savepoint);
            assertThat(work.contains(user)).isFalse();
            User again = work.find(User.class, 1L);
            assertThat(again).isNotNull().isNotSameAs(user);
            again.name = "later";
            work.commit();
        }
        assertThat(world.rows("SELECT id, name FROM users ORDER BY id")).containsExactly("1,later", "2,two", "8,null");
    }

    @Test
    void the_work_goes_on_after_an_error_of_the_database() {
        try (UnitOfWork work = world.units().begin()) {
            work.persist(new User(8));
            Savepoint savepoint = work.savepoint();
            work.persist(new User(9));
            work.persist(new User(1));
            assertThatThrownBy(work::flush).isInstanceOf(IntegrityViolationException.class);
            work.rollback(savepoint);
            work.persist(new User(10));
            work.commit();
        }
        assertThat(world.rows("SELECT id FROM users ORDER BY id")).containsExactly("1", "2", "8", "10");
    }

    @Test
    void the_work_goes_on_after_a_refusal() {
        try (UnitOfWork work = world.units().begin()) {
            Savepoint savepoint = work.savepoint();
            Post post = new Post(99);
            post.user = new User(9);
            work.persist(post);
            assertThatThrownBy(work::flush).isInstanceOf(UnsavedReferenceException.class);
            work.rollback(savepoint);
            work.remove(work.find(User.class, 1L));
            work.release(work.savepoint());
            work.commit();
        }
        assertThat(world.rows("SELECT id FROM users")).containsExactly("2");
        assertThat(world.rows("SELECT id FROM posts")).containsExactly("21");
    }

    @Test
    void a_unit_of_work_that_went_on_can_still_be_rolled_back() {
        try (UnitOfWork work = world.units().begin()) {
            Savepoint savepoint = work.savepoint();
            work.persist(new User(1));
            assertThatThrownBy(work::flush).isInstanceOf(IntegrityViolationException.class);
            work.rollback(savepoint);
            work.persist(new User(10));
            work.flush();
            work.rollback();
        }
        assertThat(world.rows("SELECT id FROM users ORDER BY id")).containsExactly("1", "2");
    }
}
