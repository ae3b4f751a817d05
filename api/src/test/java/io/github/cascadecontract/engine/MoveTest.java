package io.github.cascadecontract.engine;

import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.memory.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ORP-3 and REM-7: a child that finds another parent is moved, in any order, with and without inverse. */
class MoveTest {
    @Test
    void moved_by_the_new_collection_alone() {
        Story story = posts();
        Post post = story.find(Post.class, 10);
        story.find(User.class, 2).posts.add(post);

        assertThat(story.flush()).containsExactly("set Post#10 Post.user = User#2 [ORP-3]");
        assertThat(story.sent()).containsExactly("update Post#10");
        assertThat(story.selects()).isEmpty();
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void moved_by_the_reference_alone() {
        Story story = posts();
        story.find(Post.class, 10).user = story.find(User.class, 2);

        assertThat(story.flush()).isEmpty();
        assertThat(story.sent()).containsExactly("update Post#10");
        assertThat(story.selects()).isEmpty();
    }

    @Test
    void moved_by_both_collections_in_either_order_and_with_the_reference() {
        for (boolean addFirst : new boolean[] {true, false}) {
            Story story = posts();
            User from = story.find(User.class, 1);
            User to = story.find(User.class, 2);
            Post post = story.find(Post.class, 10);
            if (addFirst) to.posts.add(post);
            from.posts.remove(post);
            if (!addFirst) to.posts.add(post);
            post.user = to;

            assertThat(story.flush()).isEmpty();
            assertThat(story.sent()).containsExactly("update Post#10");
        }
    }

    @Test
    void moved_to_a_parent_that_is_new_in_the_same_flush() {
        Story story = posts();
        Post post = story.find(Post.class, 10);
        User newcomer = Blog.user(9, post);
        story.persist(newcomer);

        assertThat(story.flush()).containsExactly("set Post#10 Post.user = User#9 [ORP-3]", "persist User#9 [PER-1]");
        assertThat(story.sent()).containsExactly("insert User#9", "update Post#10");
    }

    @Test
    void a_child_moved_before_its_old_parent_is_removed_survives_whatever_was_loaded() {
        for (boolean loaded : new boolean[] {true, false}) {
            Story story = posts();
            User from = story.find(User.class, 1);
            if (loaded) story.load(from, "posts");
            story.remove(from);
            story.find(Post.class, 10).user = story.find(User.class, 2);

            assertThat(story.flush()).containsExactly("remove Post#11 [REM-1]", "remove User#1 [REM-1]");
            assertThat(story.rows()).contains("Post#10 {user_id=2}").doesNotContain("User#1");
        }
    }

    @Test
    void a_moved_child_survives_a_removal_that_is_left_to_the_database() {
        Story story = posts(contract().relation(User.class, "posts", r -> r.passiveDeletes(Mode.ON)))
                .onDelete("Post[user_id]", ReferentialAction.CASCADE);
        User from = story.find(User.class, 1);
        story.find(User.class, 2).posts.add(story.find(Post.class, 10));
        story.remove(from);

        assertThat(story.flush()).containsExactly("set Post#10 Post.user = User#2 [ORP-3]", "remove User#1 [REM-1]");
        assertThat(story.rows()).contains("Post#10 {user_id=2}");
        assertThat(story.selects()).isEmpty();
    }

    @Test
    void a_moved_child_leaves_early_if_its_old_parent_does() {
        Story story = posts();
        User from = story.find(User.class, 1);
        story.find(Post.class, 10).user = story.find(User.class, 2);
        story.remove(from);
        story.persist(Blog.user(9));

        assertThat(story.flush())
                .containsExactly(
                        "early set Post#10 Post.user = User#2 [ORP-3]",
                        "early remove Post#11 [REM-1]",
                        "early remove User#1 [REM-1]",
                        "persist User#9 [PER-1]");
        assertThat(story.sent()).containsExactly("update Post#10", "delete Post#11", "delete User#1", "insert User#9");
    }

    @Test
    void a_stale_list_causes_nothing_in_the_next_flush() {
        Story story = posts();
        User from = story.find(User.class, 1);
        story.load(from, "posts");
        Post post = story.find(Post.class, 10);
        post.user = story.find(User.class, 2);
        story.flush();

        assertThat(from.posts).contains(post);
        from.posts.remove(post);
        assertThat(story.flush()).isEmpty();
        assertThat(story.sent()).containsExactly("update Post#10");
    }

    @Test
    void the_old_parent_with_its_stale_list_is_removed_without_the_moved_child() {
        Story story = posts();
        User from = story.find(User.class, 1);
        story.load(from, "posts");
        story.find(Post.class, 10).user = story.find(User.class, 2);
        story.flush();
        story.remove(from);

        assertThat(story.flush()).containsExactly("remove Post#11 [REM-1]", "remove User#1 [REM-1]");
    }

    @Test
    void two_children_change_places() {
        Story story = posts();
        Post first = story.find(Post.class, 10);
        Post other = story.find(Post.class, 12);
        User one = first.user;
        first.user = other.user;
        other.user = one;

        assertThat(story.flush()).isEmpty();
        assertThat(story.rows()).contains("Post#10 {user_id=2}", "Post#12 {user_id=1}");
    }

    @Test
    void a_child_that_is_moved_and_removed_by_a_call_is_removed() {
        Story story = posts();
        Post post = story.find(Post.class, 10);
        story.find(User.class, 2).posts.add(post);
        story.remove(post);

        assertThat(story.flush()).containsExactly("remove Post#10 [REM-1]");
    }

    @Test
    void a_moved_child_that_is_removed_goes_before_the_parent_to_which_its_row_refers() {
        Story story = posts();
        Post post = story.find(Post.class, 10);
        User from = story.find(User.class, 1);
        post.user = story.find(User.class, 2);
        story.remove(from);
        story.remove(post);

        assertThat(story.flush())
                .containsExactly("remove Post#10 [REM-1]", "remove Post#11 [REM-1]", "remove User#1 [REM-1]");
    }

    private static ContractBuilder contract() {
        return Blog.contract().relation(User.class, "posts", r -> r.cascade(ALL).orphanRemoval());
    }

    private static Story posts() {
        return posts(contract());
    }

    private static Story posts(ContractBuilder contract) {
        Story story =
                Story.of(contract).notNull("Post[user_id]").row(User.class, 1).row(User.class, 2);
        List.of(10, 11).forEach(id -> story.row(Post.class, id, "user_id", 1));
        return story.row(Post.class, 12, "user_id", 2);
    }
}
