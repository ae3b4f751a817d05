package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.Blog.comment;
import static io.github.cascadecontract.engine.Blog.post;
import static io.github.cascadecontract.engine.Blog.user;
import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.CascadeType.PERSIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.engine.Blog.Comment;
import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.memory.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ORP-1, ORP-2, ORP-4 to ORP-6: children that lose their parent. */
class OrphanRulesTest {
    @Test
    void a_child_taken_out_of_the_collection_is_removed_with_everything_below() {
        Story story = rows(Story.of(orphans()));
        User user = story.find(User.class, 1);
        user.posts.remove(0);

        assertThat(story.flush())
                .containsExactly("remove Comment#20 [REM-1]", "remove Comment#21 [REM-1]", "remove Post#10 [ORP-1]");
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void it_makes_no_difference_that_the_back_reference_was_cleared_too() {
        Story story = rows(Story.of(orphans()));
        User user = story.find(User.class, 1);
        user.posts.get(1).user = null;
        user.posts.remove(1);

        assertThat(story.flush()).containsExactly("remove Post#11 [ORP-2]");
    }

    @Test
    void without_orphan_removal_the_key_becomes_null() {
        Story story = rows(Story.of(Blog.contract()));
        User user = story.find(User.class, 1);
        user.posts.remove(0);

        assertThat(story.flush()).containsExactly("set Post#10 Post.user = NULL [ORP-1]");
        assertThat(story.sent()).containsExactly("update Post#10");
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void without_orphan_removal_a_not_null_key_is_violated() {
        Story story = rows(Story.of(Blog.contract()).notNull("Post[user_id]"));
        story.find(User.class, 1).posts.remove(0);

        assertThatThrownBy(story::flush)
                .isInstanceOfSatisfying(
                        IntegrityViolationException.class,
                        violation -> assertThat(violation.kind()).isEqualTo(IntegrityViolationException.Kind.NOT_NULL));
    }

    @Test
    void a_replaced_or_null_collection_lets_all_go_that_it_held() {
        Story story = rows(Story.of(orphans()));
        story.find(User.class, 1).posts = null;
        User second = story.find(User.class, 2);
        second.posts = new ArrayList<>(List.of(post(13)));

        assertThat(story.flush())
                .containsExactly(
                        "early remove Comment#20 [REM-1]",
                        "early remove Comment#21 [REM-1]",
                        "early remove Post#10 [ORP-1]",
                        "early remove Post#11 [ORP-1]",
                        "early remove Post#12 [ORP-1]",
                        "set Post#13 Post.user = User#2 [PER-3]",
                        "persist Post#13 [PER-1]");
        assertThat(story.selects()).contains("select User.posts");
    }

    @Test
    void a_back_reference_set_to_null_is_the_same_event_and_loads_no_parent() {
        Story story = rows(Story.of(orphans()));
        story.find(Post.class, 11).user = null;

        assertThat(story.flush()).containsExactly("remove Post#11 [ORP-2]");
        assertThat(story.selects()).containsExactly("select Post.comments");
    }

    @Test
    void a_back_reference_set_to_null_without_orphan_removal_is_written_by_the_provider() {
        Story story = rows(Story.of(Blog.contract()));
        story.find(Post.class, 11).user = null;

        assertThat(story.flush()).isEmpty();
        assertThat(story.sent()).containsExactly("update Post#11");
    }

    @Test
    void passive_deletes_never_changes_what_happens_to_an_orphan() {
        Story removed = rows(Story.of(orphans().relation(User.class, "posts", r -> r.passiveDeletes(Mode.ON))));
        removed.find(User.class, 1).posts.remove(1);
        assertThat(removed.flush()).containsExactly("remove Post#11 [ORP-1]");

        Story nulled = rows(Story.of(Blog.contract().relation(User.class, "posts", r -> r.passiveDeletes(Mode.ALL))));
        nulled.find(User.class, 1).posts.remove(1);
        assertThat(nulled.flush()).containsExactly("set Post#11 Post.user = NULL [ORP-1]");
    }

    @Test
    void without_inverse_a_removed_child_is_nulled_or_removed_just_the_same() {
        Story nulled =
                boxes(Story.of(OneWay.contract().relation(OneWay.Box.class, "items", r -> r.passiveDeletes(Mode.ALL))));
        nulled.find(OneWay.Box.class, 1).items.remove(0);
        assertThat(nulled.flush()).containsExactly("set Item#10 Box.items = NULL [ORP-1]");

        Story removed = boxes(Story.of(OneWay.contract().relation(OneWay.Box.class, "items", r -> r.orphanRemoval())));
        removed.find(OneWay.Box.class, 1).items.remove(0);
        assertThat(removed.flush()).containsExactly("remove Item#10 [ORP-1]");
    }

    @Test
    void a_child_taken_out_before_its_parent_is_removed_goes_as_an_orphan() {
        Story story = rows(Story.of(orphans()));
        User user = story.find(User.class, 1);
        user.posts.remove(1);
        story.remove(user);

        assertThat(story.flush())
                .containsExactly(
                        "remove Comment#20 [REM-1]",
                        "remove Comment#21 [REM-1]",
                        "remove Post#11 [ORP-1]",
                        "remove Post#10 [REM-1]",
                        "remove User#1 [REM-1]");
    }

    @Test
    void children_of_an_orphan_follow_their_own_relation() {
        Story story = rows(Story.of(Blog.contract().relation(User.class, "posts", r -> r.orphanRemoval())));
        story.find(User.class, 1).posts.remove(0);

        assertThat(story.flush())
                .containsExactly(
                        "set Comment#20 Comment.post = NULL [REM-1]",
                        "set Comment#21 Comment.post = NULL [REM-1]",
                        "remove Post#10 [ORP-1]");
    }

    @Test
    void a_pending_child_that_becomes_an_orphan_is_not_written() {
        Story story = Story.of(orphans());
        Post post = post(10, comment(20));
        User user = user(1, post);
        story.persist(user);
        user.posts.remove(post);

        assertThat(story.flush())
                .containsExactly("discard Post#10 [ORP-5]", "discard Comment#20 [REM-5]", "persist User#1 [PER-1]");
        assertThat(story.sent()).containsExactly("insert User#1");
        assertThat(story.contains(post)).isFalse();
    }

    @Test
    void nothing_that_has_a_row_leaves_with_a_pending_orphan() {
        Story story = rows(Story.of(orphans().relation(Post.class, "user", r -> r.cascade(ALL))));
        User user = story.find(User.class, 1);
        Comment moved = story.find(Comment.class, 20);
        Post draft = post(30);
        user.posts.add(draft);
        story.persist(user);
        moved.post = draft;
        user.posts.remove(draft);

        assertThat(story.flush())
                .containsExactly("discard Post#30 [ORP-5]", "set Comment#20 Comment.post = NULL [REM-1]");
        assertThat(story.sent()).containsExactly("update Comment#20");
    }

    @Test
    void a_pending_child_whose_back_reference_was_cleared_is_an_orphan() {
        Story story = Story.of(orphans());
        Post post = post(10);
        User user = user(1, post);
        story.persist(user);
        post.user = null;

        assertThat(story.flush()).containsExactly("discard Post#10 [ORP-5]", "persist User#1 [PER-1]");
    }

    @Test
    void without_orphan_removal_a_persisted_pending_child_is_written_without_parent() {
        Story story = Story.of(Blog.contract().relation(User.class, "posts", r -> r.cascade(PERSIST)));
        Post post = post(10);
        User user = user(1, post);
        story.persist(user);
        user.posts.remove(post);

        assertThat(story.flush())
                .containsExactly(
                        "set Post#10 Post.user = NULL [ORP-1]", "persist User#1 [PER-1]", "persist Post#10 [PER-1]");
        assertThat(story.rows()).contains("Post#10 {user_id=null}");
    }

    @Test
    void a_new_child_without_parent_is_written_although_its_class_can_be_orphaned() {
        Story story = Story.of(orphans());
        story.persist(post(10));

        assertThat(story.flush()).containsExactly("persist Post#10 [PER-1]");
    }

    @Test
    void a_detached_child_may_leave_a_list_without_any_effect() {
        Story story = rows(Story.of(orphans()));
        User user = story.find(User.class, 1);
        Post post = user.posts.get(1);
        story.detach(post);
        user.posts.remove(post);

        assertThat(story.flush()).isEmpty();
    }

    private static ContractBuilder orphans() {
        return Blog.contract()
                .relation(User.class, "posts", r -> r.cascade(ALL).orphanRemoval())
                .relation(Post.class, "comments", r -> r.cascade(ALL).orphanRemoval());
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

    private static Story boxes(Story story) {
        return story.row(OneWay.Box.class, 1).row(OneWay.Item.class, 10, "box_id", 1);
    }
}
