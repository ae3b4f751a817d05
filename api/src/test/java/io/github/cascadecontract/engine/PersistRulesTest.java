package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.Blog.comment;
import static io.github.cascadecontract.engine.Blog.post;
import static io.github.cascadecontract.engine.Blog.user;
import static jakarta.persistence.CascadeType.PERSIST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.engine.Blog.Comment;
import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.memory.Story;
import org.junit.jupiter.api.Test;

/** PER-1, PER-3, PER-4 and REM-6 as far as persist goes. */
class PersistRulesTest {
    @Test
    void reaches_new_entities_over_persist_relations_and_writes_parents_first() {
        Story story = Story.of(contract());
        Post post = post(10, comment(20));

        assertThat(story.persist(user(1, post)))
                .containsExactly(
                        "set Post#10 Post.user = User#1 [PER-3]",
                        "set Comment#20 Comment.post = Post#10 [PER-3]",
                        "persist User#1 [PER-1]",
                        "persist Post#10 [PER-1]",
                        "persist Comment#20 [PER-1]");
        assertThat(story.flush())
                .containsExactly("persist User#1 [PER-1]", "persist Post#10 [PER-1]", "persist Comment#20 [PER-1]");
        assertThat(story.rows()).containsExactly("Comment#20 {post_id=10}", "Post#10 {user_id=1}", "User#1");
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void reaches_what_a_managed_entity_gained_at_flush() {
        Story story = Story.of(contract()).row(User.class, 1);
        User user = story.find(User.class, 1);
        user.posts.add(post(10, comment(20)));

        assertThat(story.flush())
                .containsExactly(
                        "set Post#10 Post.user = User#1 [PER-3]",
                        "set Comment#20 Comment.post = Post#10 [PER-3]",
                        "persist Post#10 [PER-1]",
                        "persist Comment#20 [PER-1]");
        assertThat(story.isLoaded(user, "posts")).isFalse();
        assertThat(story.selects()).isEmpty();
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void a_parent_is_reached_from_its_child_and_written_before_it() {
        Story story = Story.of(contract());
        Post post = post(10);
        post.user = user(1);

        assertThat(story.persist(post)).containsExactly("persist User#1 [PER-1]", "persist Post#10 [PER-1]");
        assertThat(story.flush()).containsExactly("persist User#1 [PER-1]", "persist Post#10 [PER-1]");
    }

    @Test
    void siblings_are_reached_through_the_parent() {
        Story story = Story.of(contract());
        Post first = post(10);
        Post second = post(11);
        User user = user(1, first, second);
        first.user = user;

        story.persist(first);

        assertThat(story.contains(user)).isTrue();
        assertThat(story.contains(second)).isTrue();
        assertThat(second.user).isSameAs(user);
    }

    @Test
    void a_child_that_names_its_parent_needs_no_collection_entry() {
        Story story = Story.of(contract()).row(User.class, 1);
        User user = story.find(User.class, 1);
        Post post = post(10);
        post.user = user;
        story.persist(post);

        assertThat(story.flush()).containsExactly("persist Post#10 [PER-1]");
        assertThat(story.isLoaded(user, "posts")).isFalse();
        assertThat(story.rows()).contains("Post#10 {user_id=1}");
    }

    @Test
    void a_child_of_a_parent_without_persist_gets_the_key_if_it_was_persisted_by_a_call() {
        Story story = Story.of(Blog.contract()).row(User.class, 1);
        User user = story.find(User.class, 1);
        Post post = post(10);
        user.posts.add(post);
        story.persist(post);

        assertThat(story.flush()).containsExactly("set Post#10 Post.user = User#1 [PER-3]", "persist Post#10 [PER-1]");
    }

    @Test
    void put_in_and_taken_out_again_is_no_change() {
        Story story = Story.of(contract()).row(User.class, 1).row(Post.class, 10, "user_id", 1);
        User user = story.find(User.class, 1);
        Post kept = user.posts.get(0);
        Post passing = post(11);
        user.posts.add(passing);
        user.posts.remove(passing);
        user.posts.remove(kept);
        user.posts.add(kept);

        assertThat(story.flush()).isEmpty();
        assertThat(story.contains(passing)).isFalse();
    }

    @Test
    void a_null_back_reference_is_no_parent_the_collection_that_gained_the_child_wins() {
        Story story = Story.of(contract()).row(User.class, 1).row(User.class, 2).row(Post.class, 10, "user_id", 1);
        Post post = story.find(Post.class, 10);
        post.user = null;
        story.find(User.class, 2).posts.add(post);

        assertThat(story.flush()).containsExactly("set Post#10 Post.user = User#2 [ORP-3]");
        assertThat(story.sent()).containsExactly("update Post#10");
    }

    @Test
    void a_pending_child_moved_between_persist_and_flush_is_inserted_once_with_the_last_parent() {
        Story story = Story.of(contract()).row(User.class, 1).row(User.class, 2);
        User first = story.find(User.class, 1);
        User second = story.find(User.class, 2);
        Post post = post(10);
        first.posts.add(post);
        story.persist(first);
        first.posts.remove(post);
        second.posts.add(post);

        assertThat(story.flush()).containsExactly("set Post#10 Post.user = User#2 [ORP-3]", "persist Post#10 [PER-1]");
        assertThat(story.sent()).containsExactly("insert Post#10");
        assertThat(story.rows()).contains("Post#10 {user_id=2}");
    }

    @Test
    void a_pending_child_moved_by_its_reference_alone_follows_the_reference() {
        Story story = Story.of(contract()).row(User.class, 1).row(User.class, 2);
        User first = story.find(User.class, 1);
        Post post = post(10);
        first.posts.add(post);
        story.persist(first);
        post.user = story.find(User.class, 2);

        assertThat(story.flush()).containsExactly("persist Post#10 [PER-1]");
        assertThat(story.rows()).contains("Post#10 {user_id=2}");
    }

    @Test
    void the_walk_at_flush_never_cancels_a_removal() {
        Story story = Story.of(contract()).row(User.class, 1).row(Post.class, 10, "user_id", 1);
        Post post = story.find(Post.class, 10);
        story.load(story.find(User.class, 1), "posts");
        story.remove(post);

        assertThat(story.flush()).containsExactly("remove Post#10 [REM-1]");
    }

    @Test
    void persist_of_a_managed_entity_reaches_its_new_children() {
        Story story = Story.of(contract()).row(User.class, 1);
        User user = story.find(User.class, 1);
        Post post = post(10);
        user.posts.add(post);

        story.persist(user);

        assertThat(story.contains(post)).isTrue();
    }

    @Test
    void persist_of_a_new_entity_that_was_removed_before_makes_it_managed() {
        Story story = Story.of(contract());
        User user = user(1);
        story.remove(user);

        assertThat(story.persist(user)).containsExactly("persist User#1 [PER-1]");
        assertThat(story.flush()).containsExactly("persist User#1 [PER-1]");
    }

    @Test
    void a_new_entity_with_the_id_of_a_removed_one_is_its_own() {
        Story story = Story.of(contract()).row(User.class, 1);
        story.remove(story.find(User.class, 1));
        User successor = user(1);
        story.persist(successor);

        assertThat(story.flush()).containsExactly("early remove User#1 [REM-1]", "persist User#1 [PER-1]");
        assertThat(story.find(User.class, 1)).isSameAs(successor);
    }

    @Test
    void new_rows_in_a_circle_are_written_with_a_nullable_key_set_afterwards() {
        Story story = Story.of(Tree.contract().relation(Tree.Node.class, "children", r -> r.cascade(PERSIST)));
        Tree.Node first = Tree.node(1);
        Tree.Node second = Tree.node(2, first);
        first.children.add(second);

        story.persist(first);

        assertThat(story.flush())
                .containsExactly(
                        "set Node#1 Node.parent = Node#2 [PER-3]",
                        "persist Node#1 without Node.parent [PER-1]",
                        "persist Node#2 [PER-1]");
        assertThat(story.sent()).containsExactly("insert Node#1", "insert Node#2", "update Node#1");
        assertThat(story.rows()).containsExactly("Node#1 {parent_id=2}", "Node#2 {parent_id=1}");
    }

    @Test
    void a_child_without_attribute_is_written_with_the_key_of_its_parent() {
        Story story = Story.of(OneWay.contract().relation(OneWay.Box.class, "items", r -> r.cascade(PERSIST)));
        story.persist(OneWay.box(1, OneWay.item(10)));

        assertThat(story.flush())
                .containsExactly(
                        "set Item#10 Box.items = Box#1 [PER-3]", "persist Box#1 [PER-1]", "persist Item#10 [PER-1]");
        assertThat(story.sent()).containsExactly("insert Box#1", "insert Item#10");
        assertThat(story.rows()).contains("Item#10 {box_id=1}");
    }

    @Test
    void a_pending_child_that_leaves_one_of_two_pending_parents_stays_with_the_other() {
        Story story = Story.of(OneWay.contract()
                .relation(OneWay.Box.class, "items", r -> r.cascade(PERSIST).orphanRemoval()));
        OneWay.Item item = OneWay.item(10);
        OneWay.Box first = OneWay.box(1, item);
        story.persist(first);
        story.persist(OneWay.box(2, item));
        first.items.remove(item);
        story.flush();

        assertThat(story.rows()).containsExactly("Box#1", "Box#2", "Item#10 {box_id=2}");
    }

    private static ContractBuilder contract() {
        return Blog.contract()
                .relation(User.class, "posts", r -> r.cascade(PERSIST))
                .relation(Post.class, "user", r -> r.cascade(PERSIST))
                .relation(Post.class, "comments", r -> r.cascade(PERSIST))
                .relation(Comment.class, "post", r -> r.cascade(PERSIST));
    }
}
