package io.github.cascadecontract.hibernate;

import static io.github.cascadecontract.merge.MergeOption.adopt;
import static io.github.cascadecontract.merge.MergeOption.only;
import static jakarta.persistence.CascadeType.MERGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.error.ForeignChildException;
import io.github.cascadecontract.error.RemovedEntityException;
import io.github.cascadecontract.hibernate.Blog.Post;
import io.github.cascadecontract.hibernate.Blog.Profile;
import io.github.cascadecontract.hibernate.Blog.Tag;
import io.github.cascadecontract.hibernate.Blog.User;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both doors to merge. */
class MergeTest {
    private final World world = Blog.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_given_graph_is_copied_to_the_managed_one() {
        User given = user(1, "renamed", post(11, "changed"), post(99, "new"));
        given.profile = new Profile(1);
        given.profile.bio = "rewritten";
        assertThat(world.sentBy(work -> {
                    User merged = work.merge(given);
                    assertThat(work.contains(merged)).isTrue();
                    assertThat(work.contains(given)).isFalse();
                    assertThat(merged.posts.get(0).user).isSameAs(merged);
                }))
                .filteredOn(statement -> !statement.startsWith("select") && !statement.endsWith("x0"))
                .containsExactlyInAnyOrder(
                        "insert posts x1",
                        "update users x1",
                        "update posts x1",
                        "update profiles x1",
                        "delete posts x1");
        assertThat(world.rows("SELECT id, title, user_id FROM posts ORDER BY id"))
                .containsExactly("11,changed,1", "21,c,2", "99,new,1");
        assertThat(world.rows("SELECT bio FROM profiles ORDER BY id")).containsExactly("rewritten", "second");
    }

    @Test
    void what_is_unchanged_sends_nothing_that_writes() {
        User given = user(1, "one", post(11, "a"), post(12, "b"));
        given.profile = new Profile(1);
        given.profile.bio = "first";
        assertThat(world.sentBy(work -> work.merge(given))).allMatch(sent -> sent.startsWith("select"));
    }

    @Test
    void an_entity_manager_merges_likewise() {
        User given = user(1, "renamed", post(11, "changed"));
        world.units().inTransaction(work -> {
            EntityManager entityManager = work.unwrap(EntityManager.class);
            User merged = entityManager.merge(given);
            assertThat(entityManager.contains(merged)).isTrue();
            assertThat(entityManager.contains(given)).isFalse();
        });
        assertThat(world.rows("SELECT id, title FROM posts ORDER BY id")).containsExactly("11,changed", "21,c");
        assertThat(world.rows("SELECT id FROM profiles"))
                .as("a null reference means none")
                .containsExactly("2");
    }

    @Test
    void the_named_attributes_alone_are_copied() {
        User given = user(1, "renamed", post(11, "changed"));
        world.units().inTransaction(work -> work.merge(given, only("name")));
        assertThat(world.rows("SELECT name FROM users ORDER BY id")).containsExactly("renamed", "two");
        assertThat(world.rows("SELECT title FROM posts ORDER BY id")).containsExactly("a", "b", "c");
    }

    @Test
    void a_child_of_someone_else_is_refused_before_anything_is_written() {
        User given = user(1, "renamed", post(21, "stolen"));
        assertThatThrownBy(() -> world.units().inTransaction(work -> work.merge(given)))
                .isInstanceOf(ForeignChildException.class);
        assertThat(world.rows("SELECT title, user_id FROM posts WHERE id = 21")).containsExactly("c,2");
        world.units().inTransaction(work -> work.merge(given, adopt()));
        assertThat(world.rows("SELECT title, user_id FROM posts ORDER BY id")).containsExactly("stolen,1");
    }

    @Test
    void a_new_graph_is_inserted_and_the_given_objects_stay_unmanaged() {
        Post post = post(99, "new");
        User given = user(9, "nine", post);
        world.units().inTransaction(work -> {
            User merged = work.merge(given);
            assertThat(merged).isNotSameAs(given);
            assertThat(merged.posts).hasSize(1).doesNotContain(post);
        });
        assertThat(world.rows("SELECT id, user_id FROM posts WHERE user_id = 9"))
                .containsExactly("99,9");
    }

    @Test
    void links_follow_the_given_set_where_the_relation_cascades_merge() {
        World merging = World.of(
                Blog.builder()
                        .relation(Post.class, "tags", tags -> tags.cascade(MERGE))
                        .build(),
                Blog.tables("NOT NULL"));
        try (merging) {
            merging.execute("INSERT INTO post_tags VALUES (11, 1)");
            Post given = post(11, "a");
            Tag tag = new Tag();
            tag.id = 2L;
            given.tags.add(tag);
            assertThat(merging.sentBy(work -> work.merge(given, only("title", "tags.id"))))
                    .filteredOn(sent -> !sent.startsWith("select"))
                    .containsExactlyInAnyOrder("delete post_tags x1", "insert post_tags x1");
            assertThat(merging.rows("SELECT * FROM post_tags")).containsExactly("11,2");
            assertThat(merging.rows("SELECT name FROM tags ORDER BY id")).containsExactly("x", "y");
        }
    }

    @Test
    void without_merge_links_are_ignored_and_a_reference_is_set() {
        world.execute("INSERT INTO post_tags VALUES (11, 1)");
        Post given = post(11, "a");
        given.user = user(2, "not copied");
        world.units().inTransaction(work -> work.merge(given));
        assertThat(world.rows("SELECT * FROM post_tags")).containsExactly("11,1");
        assertThat(world.rows("SELECT user_id FROM posts WHERE id = 11")).containsExactly("2");
        assertThat(world.rows("SELECT name FROM users WHERE id = 2")).containsExactly("two");
    }

    @Test
    void what_is_marked_for_removal_is_refused() {
        assertThatThrownBy(() -> world.units().inTransaction(work -> {
                    work.remove(work.find(User.class, 1L));
                    work.merge(user(1, "again"));
                }))
                .isInstanceOf(RemovedEntityException.class);
    }

    private static User user(long id, String name, Post... posts) {
        User user = new User(id);
        user.name = name;
        user.posts = new ArrayList<>(List.of(posts));
        return user;
    }

    private static Post post(long id, String title) {
        Post post = new Post(id);
        post.title = title;
        return post;
    }
}
