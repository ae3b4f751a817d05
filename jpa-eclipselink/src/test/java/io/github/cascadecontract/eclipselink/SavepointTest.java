package io.github.cascadecontract.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.UnsavedReferenceException;
import java.sql.Savepoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SavepointTest {
    private final TestDatabase database = new TestDatabase();
    private final UnitOfWorkFactory factory = UnitOfWorkFactory.open(
            "eclipselink",
            CascadeContract.of(User.class, Post.class, Profile.class, Comment.class, Tag.class),
            database.dataSource());
    private UnitOfWork work;

    @BeforeEach
    void begin() {
        database.execute("""
                INSERT INTO users VALUES (1, 'user1'), (2, 'user2');
                INSERT INTO posts VALUES (1, 'post1', 1), (2, 'post2', 1), (3, 'post3', 2)""");
        work = factory.begin();
    }

    @AfterEach
    void close() {
        work.close();
        assertThat(database.connectionsInUse()).isZero();
        factory.close();
        database.close();
    }

    @Test
    void what_came_after_is_taken_back_and_what_came_before_is_committed() {
        work.find(User.class, 1L).name = "before";
        Savepoint savepoint = work.savepoint();
        User user = work.find(User.class, 1L);
        work.remove(user);
        work.flush();
        work.rollback(savepoint);
        assertThat(work.contains(user)).isFalse();
        assertThat(work.find(User.class, 1L)).isNotNull().isNotSameAs(user);
        work.find(User.class, 2L).posts.clear();
        work.commit();
        assertThat(database.query("SELECT name FROM users ORDER BY id")).containsExactly("before", "user2");
        assertThat(database.query("SELECT id FROM posts ORDER BY id")).containsExactly(1L, 2L);
    }

    @Test
    void the_unit_of_work_goes_on_after_a_flush_that_failed_in_the_database() {
        work.find(User.class, 1L).name = "before";
        Savepoint savepoint = work.savepoint();
        work.find(User.class, 2L).name = "lost";
        work.persist(new User(2));
        work.persist(new User(7));
        assertThatThrownBy(work::flush).isInstanceOf(IntegrityViolationException.class);
        work.rollback(savepoint);
        work.persist(new User(8));
        work.remove(work.find(Post.class, 3L));
        work.commit();
        assertThat(database.query("SELECT name FROM users ORDER BY id")).containsExactly("before", "user2", "user8");
        assertThat(database.query("SELECT id FROM posts ORDER BY id")).containsExactly(1L, 2L);
    }

    @Test
    void the_unit_of_work_goes_on_after_a_refused_flush() {
        Savepoint savepoint = work.savepoint();
        work.find(Post.class, 1L).user = new User(9);
        assertThatThrownBy(work::flush).isInstanceOf(UnsavedReferenceException.class);
        work.rollback(savepoint);
        work.find(Post.class, 1L).user = work.find(User.class, 2L);
        work.commit();
        assertThat(database.query("SELECT id FROM posts WHERE user_id = 2 ORDER BY id"))
                .containsExactly(1L, 3L);
    }

    @Test
    void the_unit_of_work_goes_on_after_a_callback_that_failed() {
        Savepoint savepoint = work.savepoint();
        User.FAILING = true;
        work.find(Post.class, 1L).title = "changed";
        assertThatThrownBy(work::flush).hasStackTraceContaining("callback");
        User.FAILING = false;
        work.rollback(savepoint);
        work.find(Post.class, 1L).title = "again";
        work.flush();
        work.find(Post.class, 2L).title = "again";
        work.commit();
        assertThat(database.query("SELECT title FROM posts ORDER BY id")).containsExactly("again", "again", "post3");
    }

    @Test
    void deletions_that_failed_are_not_repeated() {
        database.execute("CREATE TABLE logs (user_id bigint REFERENCES users)");
        database.execute("INSERT INTO logs VALUES (2)");
        Savepoint savepoint = work.savepoint();
        work.remove(work.find(User.class, 1L));
        work.remove(work.find(User.class, 2L));
        assertThatThrownBy(work::flush).isInstanceOf(IntegrityViolationException.class);
        work.rollback(savepoint);
        work.commit();
        assertThat(database.query("SELECT id FROM users")).hasSize(2);
        assertThat(database.query("SELECT id FROM posts")).hasSize(3);
    }

    @Test
    void savepoints_nest_and_are_released() {
        Savepoint outer = work.savepoint();
        work.persist(new User(7));
        Savepoint inner = work.savepoint();
        work.persist(new User(8));
        work.release(inner);
        work.flush();
        work.rollback(outer);
        work.persist(new User(9));
        work.commit();
        assertThat(database.query("SELECT id FROM users ORDER BY id")).containsExactly(1L, 2L, 9L);
    }
}
