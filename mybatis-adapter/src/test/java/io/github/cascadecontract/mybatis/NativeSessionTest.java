package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.mybatis.Blog.Comment;
import io.github.cascadecontract.mybatis.Blog.Post;
import io.github.cascadecontract.mybatis.Blog.User;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceSession;
import io.github.cascadecontract.spi.PersistenceSessions;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NativeSessionTest {
    private TestSchema schema;
    private PersistenceSessions sessions;

    @BeforeEach
    void begin() {
        schema = new TestSchema(Blog.DDL + Family.DDL + Account.DDL);
        sessions = new MyBatisCascade().connect(Blog.CONTRACT, schema.dataSource(), Mode.NATIVE);
    }

    @AfterEach
    void end() {
        assertThat(schema.connectionsInUse()).isZero();
        schema.close();
    }

    @Test
    void relations_are_loaded_by_nested_selects_when_they_are_asked_for() {
        try (PersistenceSession session = sessions.open()) {
            Post post = session.find(Post.class, 11L);
            assertThat(schema.sent()).containsExactly("SELECT posts");
            assertThat(session.isLoaded(post, "user")).isFalse();

            assertThat(post.getUser().getName()).isEqualTo("ann");
            assertThat(post.getComments()).hasSize(2);
            assertThat(post.getUser().getProfile().getBio()).isEqualTo("about ann");
            assertThat(schema.sent()).containsExactly("SELECT users", "SELECT comments", "SELECT profiles");
        }
    }

    @Test
    void only_the_row_itself_is_written_and_at_once() {
        try (PersistenceSession session = sessions.open()) {
            User carl = new User("carl");
            Post post = new Post("first");
            post.setUser(carl);
            carl.getPosts().add(post);
            session.persist(carl);
            session.flush();

            assertThat(carl.getId()).isEqualTo(101L);
            assertThat(schema.sent()).containsExactly("INSERT users");
            session.persist(post);
            Comment comment = new Comment("by sequence");
            session.persist(comment);
            assertThat(comment.getId()).isEqualTo(101L);
            session.remove(session.find(User.class, 2L));
            session.commit();
        }
        assertThat(schema.column("SELECT id FROM users ORDER BY id")).containsExactly("1", "101");
        assertThat(schema.column("SELECT user_id FROM posts WHERE title = 'first'"))
                .containsExactly("101");
    }

    @Test
    void a_changed_attribute_is_written_by_the_update_statement_only() {
        try (PersistenceSession session = sessions.open()) {
            Post post = session.find(Post.class, 11L);
            post.setTitle("new");
            session.flush();
            assertThat(schema.sent()).containsExactly("SELECT posts");
            session.unwrap(SqlSession.class).update(Post.class.getName() + "Mapper.update", post);
            session.commit();
        }
        assertThat(schema.column("SELECT title || user_id FROM posts WHERE id = 11"))
                .containsExactly("new1");
    }

    @Test
    void nothing_is_managed_and_what_is_not_committed_is_rolled_back() {
        try (PersistenceSession session = sessions.open()) {
            User carl = new User("carl");
            session.persist(carl);
            assertThat(session.contains(carl)).isFalse();
        }
        assertThat(schema.column("SELECT count(*) FROM users")).containsExactly("2");
    }
}
