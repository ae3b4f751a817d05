package io.github.cascadecontract.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is true of woven entities only; {@link WovenTest} runs it. */
class WovenStories {
    private final TestDatabase database = new TestDatabase();
    private final UnitOfWorkFactory factory = UnitOfWorkFactory.open(
            "eclipselink",
            CascadeContract.of(User.class, Post.class, Profile.class, Comment.class, Tag.class, Node.class, Page.class),
            database.dataSource());

    @BeforeEach
    void seed() {
        database.execute("""
                INSERT INTO users VALUES (1, 'user1'), (2, 'user2');
                INSERT INTO posts VALUES (1, 'post1', 1), (2, 'post2', 1), (3, 'post3', 2);
                INSERT INTO profiles VALUES (1, 1);
                CREATE TABLE pages (id bigint PRIMARY KEY, title text, body text);
                INSERT INTO pages VALUES (1, 'title', 'body');
                INSERT INTO nodes VALUES (101, 1, 'root', NULL), (102, 1, 'child', 101), (103, 1, 'leaf', 102)""");
        User.CALLBACKS.clear();
        database.sent();
    }

    @AfterEach
    void close() {
        factory.close();
        assertThat(database.connectionsInUse()).isZero();
        database.close();
    }

    @Test
    void a_lazy_reference_is_not_read_by_find() {
        factory.inTransaction(work -> {
            Post post = work.find(Post.class, 1L);
            assertThat(work.isLoaded(post, "user")).isFalse();
            post.title = "changed";
        });
        assertThat(database.sent()).noneMatch(sql -> sql.contains("users"));
        assertThat(database.query("SELECT title FROM posts WHERE id = 1")).containsExactly("changed");
    }

    @Test
    void a_child_is_removed_without_reading_its_parent() {
        factory.inTransaction(work -> work.remove(work.find(Post.class, 1L)));
        assertThat(database.sent()).noneMatch(sql -> sql.contains("users"));
        assertThat(database.query("SELECT id FROM posts ORDER BY id")).containsExactly(2L, 3L);
    }

    @Test
    void a_managed_child_whose_parent_was_never_read_goes_with_it() {
        factory.inTransaction(work -> {
            Post post = work.find(Post.class, 3L);
            work.remove(work.find(User.class, 2L));
            work.flush();
            assertThat(work.contains(post)).isFalse();
        });
        assertThat(database.query("SELECT id FROM posts ORDER BY id")).containsExactly(1L, 2L);
    }

    @Test
    void a_child_is_moved_by_its_unread_reference_alone() {
        factory.inTransaction(work -> {
            Post post = work.find(Post.class, 1L);
            post.user = work.find(User.class, 2L);
        });
        assertThat(database.query("SELECT user_id FROM posts WHERE id = 1")).containsExactly(2L);
    }

    @Test
    void merging_leaves_an_unread_reference_alone() {
        Post detached = factory.callInTransaction(work -> work.find(Post.class, 1L));
        detached.title = "merged";
        database.sent();
        factory.inTransaction(work -> work.merge(detached));
        assertThat(database.sent()).noneMatch(sql -> sql.contains("users"));
        assertThat(database.query("SELECT user_id FROM posts WHERE title = 'merged'"))
                .containsExactly(1L);
    }

    @Test
    void merging_sets_an_unread_reference_without_reading_the_old_one() {
        factory.inTransaction(work -> {
            User other = work.find(User.class, 2L);
            database.sent();
            Post given = new Post(1);
            given.comments = null;
            given.tags = null;
            given.user = other;
            work.merge(given);
            work.flush();
            assertThat(work.find(Post.class, 1L).user).isSameAs(other);
        });
        assertThat(database.sent()).noneMatch(sql -> sql.contains("users"));
        assertThat(database.query("SELECT user_id FROM posts WHERE id = 1")).containsExactly(2L);
    }

    @Test
    void refreshing_reads_a_reference_again_only_if_it_was_read() {
        factory.inTransaction(work -> {
            Post post = work.find(Post.class, 1L);
            database.execute("UPDATE posts SET user_id = 2 WHERE id = 1");
            work.refresh(post);
            assertThat(work.isLoaded(post, "user")).isFalse();
            assertThat(post.user).isSameAs(work.find(User.class, 2L));
            database.execute("UPDATE posts SET user_id = 1 WHERE id = 1");
            work.refresh(post);
            assertThat(work.isLoaded(post, "user")).isTrue();
            assertThat(post.user).isSameAs(work.find(User.class, 1L));
        });
    }

    @Test
    void a_lazy_inverse_one_to_one_is_not_read_and_left_to_its_setting() {
        factory.inTransaction(work -> {
            User user = work.find(User.class, 1L);
            assertThat(work.isLoaded(user, "profile")).isFalse();
            assertThat(database.sent()).noneMatch(sql -> sql.contains("profiles"));
            work.remove(user);
        });
        assertThat(database.query("SELECT id FROM profiles")).isEmpty();
    }

    @Test
    void a_lazy_attribute_is_neither_read_nor_lost() {
        Page detached = factory.callInTransaction(work -> {
            Page page = work.find(Page.class, 1L);
            page.title = "changed";
            work.flush();
            assertThat(database.sent()).noneMatch(sql -> sql.contains("BODY"));
            return page;
        });
        detached.title = "merged";
        factory.inTransaction(work -> {
            work.find(Page.class, 1L).body.length();
            work.merge(detached);
        });
        assertThat(database.query("SELECT title || body FROM pages")).containsExactly("mergedbody");
        factory.inTransaction(work -> {
            Page given = new Page();
            given.id = 1L;
            given.title = "merged";
            given.body = "new";
            work.merge(given);
        });
        assertThat(database.query("SELECT title || body FROM pages")).containsExactly("mergednew");
    }

    @Entity
    @Table(name = "pages")
    static class Page {
        @Id
        Long id;

        String title;

        @Basic(fetch = FetchType.LAZY)
        String body;
    }
}
