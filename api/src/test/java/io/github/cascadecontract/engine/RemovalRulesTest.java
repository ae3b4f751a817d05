package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.Blog.comment;
import static io.github.cascadecontract.engine.Blog.post;
import static io.github.cascadecontract.engine.Blog.user;
import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.CascadeType.REMOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.engine.Blog.Comment;
import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.memory.Story;
import org.junit.jupiter.api.Test;

/** REM-1 to REM-6 and REM-8: the removal of a parent. */
class RemovalRulesTest {
    @Test
    void children_that_are_not_loaded_are_selected_and_removed_first() {
        Story story = rows(Story.of(cascading()));
        story.remove(story.find(User.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "remove Comment#20 [REM-1]",
                        "remove Comment#21 [REM-1]",
                        "remove Post#10 [REM-1]",
                        "remove Post#11 [REM-1]",
                        "remove User#1 [REM-1]");
        assertThat(story.selects())
                .containsExactly("select User.posts", "select Post.comments", "select Post.comments");
        assertThat(story.rows()).containsExactly("Post#12 {user_id=2}", "User#2");
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void loaded_children_are_not_selected_again() {
        Story story = rows(Story.of(cascading()));
        User user = story.find(User.class, 1);
        story.load(user, "posts");
        user.posts.forEach(post -> story.load(post, "comments"));
        story.remove(user);

        assertThat(story.flush()).hasSize(5);
        assertThat(story.selects()).isEmpty();
    }

    @Test
    void a_parent_without_children_is_looked_at_all_the_same() {
        Story story = Story.of(cascading()).row(User.class, 1);
        story.remove(story.find(User.class, 1));

        assertThat(story.flush()).containsExactly("remove User#1 [REM-1]");
        assertThat(story.selects()).containsExactly("select User.posts");
    }

    @Test
    void without_remove_the_keys_become_null_before_the_parent_goes() {
        Story story = rows(Story.of(Blog.contract()));
        story.remove(story.find(User.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "set Post#10 Post.user = NULL [REM-1]",
                        "set Post#11 Post.user = NULL [REM-1]",
                        "remove User#1 [REM-1]");
        assertThat(story.sent()).containsExactly("update Post#10", "update Post#11", "delete User#1");
    }

    @Test
    void without_remove_a_not_null_key_is_violated() {
        Story story = rows(Story.of(Blog.contract()).notNull("Post[user_id]"));
        story.remove(story.find(User.class, 1));

        assertThatThrownBy(story::flush)
                .isInstanceOfSatisfying(
                        IntegrityViolationException.class,
                        violation -> assertThat(violation.kind()).isEqualTo(IntegrityViolationException.Kind.NOT_NULL));
        assertThat(story.sent()).containsExactly("update Post#10");
    }

    @Test
    void passive_children_that_are_not_loaded_are_left_to_the_database() {
        Story story = rows(Story.of(passive(Mode.ON)))
                .onDelete("Post[user_id]", ReferentialAction.CASCADE)
                .onDelete("Comment[post_id]", ReferentialAction.CASCADE);
        story.remove(story.find(User.class, 1));

        assertThat(story.flush()).containsExactly("remove User#1 [REM-1]");
        assertThat(story.selects()).isEmpty();
        assertThat(story.byDatabase())
                .containsExactly("delete Post#10", "delete Post#11", "delete Comment#20", "delete Comment#21");
    }

    @Test
    void passive_children_that_are_loaded_are_removed_by_the_client_and_the_level_below_is_left() {
        Story story = rows(Story.of(passive(Mode.ON))).onDelete("Comment[post_id]", ReferentialAction.CASCADE);
        User user = story.find(User.class, 1);
        story.load(user, "posts");
        story.remove(user);

        assertThat(story.flush())
                .containsExactly("remove Post#10 [REM-1]", "remove Post#11 [REM-1]", "remove User#1 [REM-1]");
        assertThat(story.selects()).isEmpty();
        assertThat(story.byDatabase()).containsExactly("delete Comment#20", "delete Comment#21");
    }

    @Test
    void a_level_below_one_that_is_left_to_the_database_is_left_to_it_even_if_it_is_loaded() {
        Story story = rows(Story.of(passive(Mode.ON)))
                .onDelete("Post[user_id]", ReferentialAction.CASCADE)
                .onDelete("Comment[post_id]", ReferentialAction.CASCADE);
        Post post = story.find(Post.class, 10);
        story.load(post, "comments");
        story.remove(story.find(User.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "remove User#1 [REM-1]",
                        "forget missing of Post#10 [SES-1]",
                        "forget missing of Comment#20, Comment#21 [SES-1]");
        assertThat(story.sent()).containsExactly("delete User#1");
    }

    @Test
    void with_passive_all_even_loaded_children_are_left_to_the_foreign_key() {
        Story story = rows(Story.of(Blog.contract().relation(User.class, "posts", r -> r.passiveDeletes(Mode.ALL))))
                .onDelete("Post[user_id]", ReferentialAction.SET_NULL);
        User user = story.find(User.class, 1);
        story.load(user, "posts");
        story.remove(user);

        assertThat(story.flush()).startsWith("remove User#1 [REM-1]");
        assertThat(story.sent()).containsExactly("delete User#1");
        assertThat(story.byDatabase()).containsExactly("update Post#10", "update Post#11");
    }

    @Test
    void a_collection_that_holds_part_of_the_rows_leaves_the_rest_to_the_database() {
        Story story = rows(Story.of(passive(Mode.ON)))
                .onDelete("Post[user_id]", ReferentialAction.CASCADE)
                .onDelete("Comment[post_id]", ReferentialAction.CASCADE);
        User user = story.find(User.class, 1);
        story.loadOnly(user, "posts", story.find(Post.class, 10));
        story.remove(user);

        assertThat(story.flush()).containsExactly("remove Post#10 [REM-1]", "remove User#1 [REM-1]");
        assertThat(story.byDatabase()).contains("delete Post#11");
    }

    @Test
    void a_row_that_one_path_removes_and_another_only_nulls_is_removed() {
        Story story = Story.of(Tree.contract().relation(Tree.Node.class, "children", r -> r.cascade(REMOVE)))
                .row(Tree.Node.class, 1)
                .row(Tree.Node.class, 2, "parent_id", 1);
        story.remove(story.find(Tree.Node.class, 2));
        story.remove(story.find(Tree.Node.class, 1));

        assertThat(story.flush()).containsExactly("remove Node#2 [REM-1]", "remove Node#1 [REM-1]");
    }

    @Test
    void a_child_in_the_lists_of_two_removed_parents_is_nulled_once() {
        Story story = Story.of(OneWay.contract())
                .row(OneWay.Box.class, 1)
                .row(OneWay.Box.class, 2)
                .row(OneWay.Item.class, 10, "box_id", 1);
        OneWay.Box first = story.find(OneWay.Box.class, 1);
        story.load(first, "items");
        story.row(OneWay.Item.class, 10, "box_id", 2);
        story.remove(first);
        story.remove(story.find(OneWay.Box.class, 2));

        assertThat(story.flush())
                .containsExactly(
                        "set Item#10 Box.items = NULL [REM-1]", "remove Box#1 [REM-1]", "remove Box#2 [REM-1]");
    }

    @Test
    void many_to_one_remove_takes_the_parent_after_the_child_and_siblings_follow_their_own_relation() {
        Story story = rows(Story.of(Blog.contract().relation(Post.class, "user", r -> r.cascade(REMOVE))));
        story.remove(story.find(Post.class, 10));

        assertThat(story.flush())
                .containsExactly(
                        "set Comment#20 Comment.post = NULL [REM-1]",
                        "set Comment#21 Comment.post = NULL [REM-1]",
                        "set Post#11 Post.user = NULL [REM-1]",
                        "remove Post#10 [REM-1]",
                        "remove User#1 [REM-8]");
        assertThat(story.selects()).containsExactly("select Post.comments", "select User", "select User.posts");
    }

    @Test
    void remove_on_both_sides_removes_parent_and_siblings() {
        Story story = rows(Story.of(cascading().relation(Post.class, "user", r -> r.cascade(ALL))));
        story.remove(story.find(Post.class, 11));

        assertThat(story.flush())
                .containsExactly(
                        "remove Comment#20 [REM-1]",
                        "remove Comment#21 [REM-1]",
                        "remove Post#11 [REM-1]",
                        "remove Post#10 [REM-1]",
                        "remove User#1 [REM-8]");
    }

    @Test
    void an_orphan_never_takes_along_the_parent_that_let_it_go() {
        Story story = rows(Story.of(cascading()
                .relation(User.class, "posts", r -> r.cascade(ALL).orphanRemoval())
                .relation(Post.class, "user", r -> r.cascade(ALL))));
        User user = story.find(User.class, 1);
        user.posts.remove(1);

        assertThat(story.flush()).containsExactly("remove Post#11 [ORP-1]");
    }

    @Test
    void a_proxy_that_is_removed_is_read_and_its_mark_is_on_the_entity() {
        Story story = rows(Story.of(cascading()));
        Comment comment = story.find(Comment.class, 20);
        Post proxy = comment.post;
        story.remove(proxy);

        assertThat(story.find(Post.class, 10)).isNull();
        assertThat(story.flush())
                .containsExactly("remove Comment#20 [REM-1]", "remove Comment#21 [REM-1]", "remove Post#10 [REM-1]");
        assertThat(story.selects()).containsExactly("select Post", "select Post.comments");
    }

    @Test
    void a_proxy_whose_row_is_gone_is_removed_already() {
        Story story = rows(Story.of(cascading()));
        Post proxy = story.find(Comment.class, 20).post;
        story.vanish(Post.class, 10);
        story.remove(proxy);

        assertThat(story.flush()).isEmpty();
    }

    @Test
    void a_child_assigned_to_a_proxy_that_is_removed_over_another_path_is_a_child_of_it() {
        Story story = rows(Story.of(Blog.contract()
                .relation(User.class, "posts", r -> r.cascade(REMOVE))
                .relation(Post.class, "user", r -> r.cascade(REMOVE))));
        Post owner = story.find(Post.class, 12);
        story.find(Post.class, 10).user = owner.user;
        story.remove(owner);

        assertThat(story.flush())
                .contains("remove Post#12 [REM-1]", "remove Post#10 [REM-1]", "remove User#2 [REM-8]")
                .endsWith("remove User#2 [REM-8]");
        assertThat(story.rows()).contains("Post#11 {user_id=1}", "User#1").doesNotContain("User#2");
    }

    @Test
    void a_child_that_named_its_parent_in_an_earlier_flush_goes_although_the_loaded_list_lacks_it() {
        Story story = rows(Story.of(cascading()));
        User second = story.find(User.class, 2);
        story.load(second, "posts");
        story.find(Post.class, 11).user = second;
        story.flush();
        story.remove(second);

        assertThat(story.flush())
                .containsExactly("remove Post#12 [REM-1]", "remove Post#11 [REM-1]", "remove User#2 [REM-1]");
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
