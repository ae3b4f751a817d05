package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.Blog.comment;
import static io.github.cascadecontract.engine.Blog.post;
import static io.github.cascadecontract.engine.Blog.user;
import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.CascadeType.PERSIST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.engine.Blog.Comment;
import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.memory.Story;
import org.junit.jupiter.api.Test;

/** REM-4 to REM-6: pending, new, detached and moved children of what is removed, and removals that are cancelled. */
class UnwrittenRemovalTest {
    @Test
    void removing_twice_is_removing_once_also_after_a_flush() {
        Story story = rows(Story.of(cascading()));
        User user = story.find(User.class, 1);
        story.remove(user);
        story.remove(user);
        assertThat(story.flush()).filteredOn("remove User#1 [REM-1]"::equals).hasSize(1);

        story.remove(user);
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void removing_a_pending_entity_takes_it_and_its_pending_children_out() {
        Story story = Story.of(cascading());
        Post post = post(10, comment(20));
        User user = user(1, post);
        story.persist(user);
        story.remove(user);

        assertThat(story.flush())
                .containsExactly("discard User#1 [REM-1]", "discard Post#10 [REM-5]", "discard Comment#20 [REM-5]");
        assertThat(story.sent()).isEmpty();
        assertThat(story.contains(post)).isFalse();
    }

    @Test
    void removing_a_new_entity_keeps_it_out_although_a_managed_one_holds_it() {
        Story story = Story.of(cascading()).row(User.class, 1);
        Post post = post(10, comment(20));
        story.find(User.class, 1).posts.add(post);
        story.remove(post);

        assertThat(story.flush()).isEmpty();
        assertThat(story.sent()).isEmpty();
    }

    @Test
    void a_detached_graph_is_removed_as_far_as_it_is_loaded_and_nothing_is_selected() {
        Story story = rows(Story.of(cascading()));
        User user = story.find(User.class, 1);
        story.load(user, "posts");
        user.posts.forEach(post -> story.load(post, "comments"));
        story.newSession();
        story.remove(user);

        assertThat(story.flush())
                .containsExactly(
                        "remove Comment#20 [REM-1]",
                        "remove Comment#21 [REM-1]",
                        "remove Post#10 [REM-1]",
                        "remove Post#11 [REM-1]",
                        "remove User#1 [REM-1]");
        assertThat(story.selects()).isEmpty();
        assertThat(story.rows()).containsExactly("Post#12 {user_id=2}", "User#2");
    }

    @Test
    void a_detached_parent_reaches_a_child_that_is_managed_with_an_unread_reference() {
        Story story = rows(Story.of(passive(Mode.ON))).onDelete("Comment[post_id]", ReferentialAction.CASCADE);
        User user = story.find(User.class, 1);
        story.load(user, "posts");
        story.newSession();
        Post managed = story.find(Post.class, 10);
        story.remove(user);

        assertThat(story.flush())
                .containsExactly("remove Post#10 [REM-1]", "remove Post#11 [REM-1]", "remove User#1 [REM-1]");
        assertThat(story.contains(managed)).isFalse();
        assertThat(story.selects()).isEmpty();
    }

    @Test
    void a_detached_child_in_the_loaded_list_of_a_managed_parent_goes_with_it() {
        Story story = rows(Story.of(cascading()));
        User user = story.find(User.class, 1);
        story.detach(user.posts.get(1));
        story.remove(user);

        assertThat(story.flush()).contains("remove Post#10 [REM-1]", "remove Post#11 [REM-1]");
    }

    @Test
    void a_pending_child_of_a_removed_parent_is_never_inserted() {
        Story story = Story.of(passive(Mode.ON)).row(User.class, 1);
        User user = story.find(User.class, 1);
        Post post = post(10);
        post.user = user;
        story.persist(post);
        story.remove(user);

        assertThat(story.flush()).containsExactly("discard Post#10 [REM-5]", "remove User#1 [REM-1]");
        assertThat(story.sent()).containsExactly("delete User#1");
        assertThat(story.selects()).isEmpty();
    }

    @Test
    void a_new_child_of_a_removed_parent_is_never_inserted() {
        Story story = Story.of(cascading()).row(User.class, 1);
        User user = story.find(User.class, 1);
        user.posts.add(post(10, comment(20)));
        story.remove(user);

        assertThat(story.flush()).containsExactly("remove User#1 [REM-1]");
        assertThat(story.sent()).containsExactly("delete User#1");
    }

    @Test
    void without_remove_a_pending_child_is_written_with_key_null() {
        Story story = Story.of(Blog.contract().relation(User.class, "posts", r -> r.cascade(PERSIST)))
                .row(User.class, 1);
        User user = story.find(User.class, 1);
        story.load(user, "posts");
        user.posts.add(post(10));
        story.remove(user);

        assertThat(story.flush())
                .containsExactly(
                        "set Post#10 Post.user = NULL [REM-5]", "persist Post#10 [PER-1]", "remove User#1 [REM-1]");
        assertThat(story.rows()).containsExactly("Post#10 {user_id=null}");
    }

    @Test
    void a_new_child_of_a_parent_that_is_never_written_is_not_written_either() {
        Story story = Story.of(Blog.contract().relation(User.class, "posts", r -> r.cascade(PERSIST)));
        User user = user(1);
        story.persist(user);
        user.posts.add(post(10));
        story.remove(user);

        assertThat(story.flush()).containsExactly("discard User#1 [REM-1]");
    }

    @Test
    void a_new_parent_that_only_a_removed_child_names_is_not_written() {
        Story story = rows(Story.of(Blog.contract().relation(Post.class, "user", r -> r.cascade(PERSIST))));
        Post post = story.find(Post.class, 11);
        post.user = user(9);
        story.remove(post);

        assertThat(story.flush()).containsExactly("remove Post#11 [REM-1]");
    }

    @Test
    void with_passive_all_a_pending_child_is_written_and_left_to_the_foreign_key() {
        Story story = Story.of(Blog.contract()
                        .relation(User.class, "posts", r -> r.cascade(PERSIST).passiveDeletes(Mode.ALL)))
                .row(User.class, 1)
                .onDelete("Post[user_id]", ReferentialAction.CASCADE);
        User user = story.find(User.class, 1);
        Post post = post(10);
        user.posts.add(post);
        story.remove(user);

        assertThat(story.flush())
                .containsExactly(
                        "set Post#10 Post.user = User#1 [PER-3]",
                        "persist Post#10 [PER-1]",
                        "remove User#1 [REM-1]",
                        "forget missing of Post#10 [SES-1]");
        assertThat(story.contains(post)).isFalse();
        assertThat(story.rows()).isEmpty();
    }

    @Test
    void a_child_moved_to_a_parent_that_the_same_flush_removes_goes_with_it() {
        Story story = rows(Story.of(cascading()));
        User second = story.find(User.class, 2);
        story.find(Post.class, 10).user = second;
        story.remove(second);

        assertThat(story.flush())
                .containsExactly(
                        "remove Comment#20 [REM-1]",
                        "remove Comment#21 [REM-1]",
                        "remove Post#12 [REM-1]",
                        "remove Post#10 [REM-1]",
                        "remove User#2 [REM-1]");
    }

    @Test
    void a_child_moved_to_a_removed_parent_without_remove_ends_without_parent() {
        Story story = rows(Story.of(Blog.contract()));
        User second = story.find(User.class, 2);
        story.find(Post.class, 10).user = second;
        story.remove(second);

        assertThat(story.flush())
                .containsExactly(
                        "set Post#12 Post.user = NULL [REM-1]",
                        "set Post#10 Post.user = NULL [REM-1]",
                        "remove User#2 [REM-1]");
    }

    @Test
    void persist_cancels_a_removal_and_what_it_would_have_reached() {
        Story story = rows(Story.of(cascading()));
        User user = story.find(User.class, 1);
        story.load(user, "posts");
        story.remove(user);
        story.persist(user);

        assertThat(story.flush()).isEmpty();
        assertThat(story.contains(user)).isTrue();
    }

    @Test
    void a_child_removed_by_a_call_of_its_own_stays_removed_when_the_parents_removal_is_cancelled() {
        Story story = rows(Story.of(cascading()));
        User user = story.find(User.class, 1);
        story.remove(user);
        story.remove(story.find(Post.class, 11));
        story.persist(user);

        assertThat(story.flush()).containsExactly("remove Post#11 [REM-1]");
    }

    @Test
    void a_removal_that_was_marked_cancelled_and_marked_again_happens_once() {
        Story story = Story.of(cascading()).row(User.class, 1);
        User user = story.find(User.class, 1);
        story.remove(user);
        story.persist(user);
        story.remove(user);

        assertThat(story.flush()).containsExactly("remove User#1 [REM-1]");
    }

    private static ContractBuilder cascading() {
        return Blog.contract()
                .relation(User.class, "posts", r -> r.cascade(ALL))
                .relation(Post.class, "comments", r -> r.cascade(ALL));
    }

    private static ContractBuilder passive(Mode mode) {
        return cascading()
                .relation(User.class, "posts", r -> r.passiveDeletes(mode))
                .relation(Post.class, "comments", r -> r.passiveDeletes(mode));
    }

    private static Story rows(Story story) {
        return story.row(User.class, 1)
                .row(User.class, 2)
                .row(Post.class, 10, "user_id", 1)
                .row(Post.class, 11, "user_id", 1)
                .row(Post.class, 12, "user_id", 2)
                .row(Comment.class, 20, "post_id", 10)
                .row(Comment.class, 21, "post_id", 10);
    }
}
