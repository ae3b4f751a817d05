package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.UnitOfWorkStateException;
import io.github.cascadecontract.mybatis.Blog.Post;
import io.github.cascadecontract.mybatis.Blog.User;
import java.sql.Savepoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule TX-1 with savepoints, and native statements beside them (rule BUL-1). */
class SavepointTest {
    private TestSchema schema;
    private UnitOfWorkFactory factory;
    private UnitOfWork work;

    @BeforeEach
    void begin() {
        schema = new TestSchema(Blog.DDL);
        factory = UnitOfWorkFactory.open(Blog.CONTRACT, schema.dataSource());
        work = factory.begin();
    }

    @AfterEach
    void end() {
        work.close();
        assertThat(schema.connectionsInUse()).isZero();
        factory.close();
        schema.close();
    }

    @Test
    void what_was_flushed_before_stays_and_what_came_after_is_taken_back() {
        User ann = work.find(User.class, 1L);
        assertThat(ann.getPosts()).hasSize(2);
        ann.setName("before");
        Savepoint savepoint = work.savepoint();
        work.remove(ann);
        work.flush();

        work.rollback(savepoint);

        assertThat(work.contains(ann)).isFalse();
        User again = work.find(User.class, 1L);
        assertThat(again).isNotSameAs(ann);
        assertThat(again.getPosts()).hasSize(2);
        again.getPosts().remove(0);
        work.commit();
        assertThat(schema.column("SELECT name FROM users WHERE id = 1")).containsExactly("before");
        assertThat(schema.column("SELECT count(*) FROM posts WHERE user_id = 1"))
                .containsExactly("1");
    }

    @Test
    void a_failed_flush_is_taken_back_and_the_unit_of_work_goes_on() {
        Savepoint savepoint = work.savepoint();
        work.persist(new Post("nobody's"));
        work.find(User.class, 1L).setName("lost");
        assertThatThrownBy(work::flush).isInstanceOf(IntegrityViolationException.class);

        work.rollback(savepoint);

        work.find(User.class, 2L).setName("bobby");
        work.commit();
        assertThat(schema.column("SELECT name FROM users ORDER BY id")).containsExactly("ann", "bobby");
        assertThat(schema.column("SELECT count(*) FROM posts")).containsExactly("3");
    }

    @Test
    void nothing_that_waited_is_written_later() {
        Savepoint savepoint = work.savepoint();
        User ann = work.find(User.class, 1L);
        Post post = work.find(Post.class, 21L);
        ann.setName("lost");
        work.persist(new User("lost"));
        work.remove(ann);

        work.rollback(savepoint);
        schema.sent();
        work.commit();

        assertThat(schema.sent()).isEmpty();
        assertThatThrownBy(() -> post.getUser().getName()).isInstanceOf(UnitOfWorkStateException.class);
        assertThat(schema.column("SELECT name FROM users ORDER BY id")).containsExactly("ann", "bob");
    }

    @Test
    void a_detached_graph_can_be_merged_again() {
        Savepoint savepoint = work.savepoint();
        User ann = work.find(User.class, 1L);
        assertThat(ann.getPosts()).hasSize(2);
        work.rollback(savepoint);
        ann.setName("anna");
        ann.getPosts().remove(0);

        work.merge(ann);
        work.commit();

        assertThat(schema.column("SELECT name FROM users WHERE id = 1")).containsExactly("anna");
        assertThat(schema.column("SELECT count(*) FROM posts WHERE user_id = 1"))
                .containsExactly("1");
    }
}
