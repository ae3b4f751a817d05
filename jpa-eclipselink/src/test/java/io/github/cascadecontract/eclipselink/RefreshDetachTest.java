package io.github.cascadecontract.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.StaleEntityException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Refresh and detach, through the unit of work and through the entity manager. */
class RefreshDetachTest {
    private final TestDatabase database = new TestDatabase();
    private final UnitOfWorkFactory factory = UnitOfWorkFactory.open(
            "eclipselink",
            CascadeContract.of(User.class, Post.class, Profile.class, Comment.class, Tag.class),
            database.dataSource());

    enum Door {
        UNIT_OF_WORK(UnitOfWork::refresh, UnitOfWork::detach),
        ENTITY_MANAGER(
                (work, entity) -> work.unwrap(EntityManager.class).refresh(entity),
                (work, entity) -> work.unwrap(EntityManager.class).detach(entity));

        final BiConsumer<UnitOfWork, Object> refresh;
        final BiConsumer<UnitOfWork, Object> detach;

        Door(BiConsumer<UnitOfWork, Object> refresh, BiConsumer<UnitOfWork, Object> detach) {
            this.refresh = refresh;
            this.detach = detach;
        }
    }

    @BeforeEach
    void seed() {
        database.execute("""
                INSERT INTO users VALUES (1, 'user1'), (2, 'user2');
                INSERT INTO posts VALUES (1, 'post1', 1), (2, 'post2', 1), (3, 'post3', 2);
                INSERT INTO comments VALUES (1, 'comment1', 1)""");
        User.CALLBACKS.clear();
        database.sent();
    }

    @AfterEach
    void close() {
        factory.close();
        assertThat(database.connectionsInUse()).isZero();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void changes_and_new_children_are_forgotten_on_all_levels_that_were_loaded(Door door) {
        factory.inTransaction(work -> {
            User user = work.find(User.class, 1L);
            Post post = work.find(Post.class, 1L);
            user.posts.remove(work.find(Post.class, 2L));
            user.posts.add(new Post(9));
            user.name = "changed";
            post.title = "changed";
            post.comments.clear();
            door.refresh.accept(work, user);
            assertThat(user.posts).containsExactlyInAnyOrder(post, work.find(Post.class, 2L));
            assertThat(post.comments).hasSize(1);
            assertThat(post.title).isEqualTo("post1");
        });
        assertThat(database.sent()).allMatch(sql -> sql.startsWith("SELECT"));
        assertThat(User.CALLBACKS).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_loaded_stays_so(Door door) {
        factory.inTransaction(work -> {
            User user = work.find(User.class, 1L);
            database.execute("UPDATE users SET name = 'elsewhere'");
            database.sent();
            door.refresh.accept(work, user);
            assertThat(user.name).isEqualTo("elsewhere");
            assertThat(work.isLoaded(user, "posts")).isFalse();
        });
        assertThat(database.sent()).noneMatch(sql -> sql.contains("posts"));
    }

    @ParameterizedTest
    @EnumSource
    void what_others_have_changed_is_seen(Door door) {
        factory.inTransaction(work -> {
            User user = work.find(User.class, 1L);
            assertThat(user.posts).hasSize(2);
            database.execute("DELETE FROM posts WHERE id = 2; INSERT INTO posts VALUES (4, 'post4', 1)");
            door.refresh.accept(work, user);
            assertThat(user.posts).extracting(post -> post.id).containsExactlyInAnyOrder(1L, 4L);
        });
        assertThat(database.query("SELECT id FROM posts ORDER BY id")).containsExactly(1L, 3L, 4L);
    }

    @ParameterizedTest
    @EnumSource
    void a_row_that_is_gone_is_stale(Door door) {
        assertThatThrownBy(() -> factory.inTransaction(work -> {
                    Post post = work.find(Post.class, 3L);
                    database.execute("DELETE FROM posts WHERE id = 3");
                    door.refresh.accept(work, post);
                }))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("REF-1");
    }

    @Test
    void an_entity_manager_may_lock_what_it_refreshes() {
        factory.inTransaction(work -> {
            User user = work.find(User.class, 1L);
            assertThat(user.posts).hasSize(2);
            user.name = "changed";
            database.sent();
            work.unwrap(EntityManager.class).refresh(user, LockModeType.PESSIMISTIC_WRITE);
            assertThat(user.name).isEqualTo("user1");
            assertThat(work.isLoaded(user, "posts")).isTrue();
        });
        assertThat(database.sent()).anyMatch(sql -> sql.contains("FOR UPDATE"));
    }

    @ParameterizedTest
    @EnumSource
    void detaching_takes_loaded_children_along_and_reads_nothing(Door door) {
        factory.inTransaction(work -> {
            User user = work.find(User.class, 1L);
            List<Post> posts = List.copyOf(user.posts);
            Post first = work.find(Post.class, 1L);
            database.sent();
            door.detach.accept(work, user);
            assertThat(database.sent()).isEmpty();
            assertThat(work.contains(user)).isFalse();
            assertThat(posts).noneMatch(work::contains).contains(first);
            first.title = "changed";
            user.posts.clear();
        });
        assertThat(database.query("SELECT title FROM posts ORDER BY id")).containsExactly("post1", "post2", "post3");
    }

    @ParameterizedTest
    @EnumSource
    void detaching_does_not_read_a_list_that_was_not_loaded(Door door) {
        factory.inTransaction(work -> {
            User user = work.find(User.class, 1L);
            Post post = work.find(Post.class, 1L);
            database.sent();
            door.detach.accept(work, user);
            assertThat(database.sent()).isEmpty();
            assertThat(work.contains(post)).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void detaching_takes_a_removal_and_a_persist_back(Door door) {
        factory.inTransaction(work -> {
            User user = work.find(User.class, 1L);
            work.remove(user);
            door.detach.accept(work, user);
            User pending = new User(9);
            work.persist(pending);
            door.detach.accept(work, pending);
            assertThat(work.contains(pending)).isFalse();
            door.detach.accept(work, new User(8));
        });
        assertThat(database.query("SELECT id FROM users ORDER BY id")).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @EnumSource
    void a_detached_child_in_a_loaded_list_still_goes_with_its_parent(Door door) {
        factory.inTransaction(work -> {
            User user = work.find(User.class, 1L);
            assertThat(user.posts).hasSize(2);
            door.detach.accept(work, work.find(Post.class, 1L));
            work.remove(user);
        });
        assertThat(database.query("SELECT id FROM posts")).containsExactly(3L);
        assertThat(database.sent())
                .filteredOn(sql -> sql.startsWith("DELETE FROM posts"))
                .hasSize(2);
    }
}
