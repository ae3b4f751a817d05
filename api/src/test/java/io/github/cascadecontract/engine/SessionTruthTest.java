package io.github.cascadecontract.engine;

import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.engine.Blog.Comment;
import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.engine.OneWay.Box;
import io.github.cascadecontract.engine.OneWay.Item;
import io.github.cascadecontract.memory.Story;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import org.junit.jupiter.api.Test;

/** SES-1: after a flush no managed entity stands for a row that a cascade removed, and nobody asks without need. */
class SessionTruthTest {
    @Test
    void managed_children_of_what_is_left_to_the_database_are_asked_for_at_every_level() {
        Story story = rows(Story.of(passive()));
        Post post = story.find(Post.class, 10);
        Comment below = story.find(Comment.class, 20);
        Post other = story.find(Post.class, 12);
        story.remove(story.find(User.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "remove User#1 [REM-1]",
                        "forget missing of Post#10 [SES-1]",
                        "forget missing of Comment#20 [SES-1]");
        assertThat(story.contains(post)).isFalse();
        assertThat(story.contains(below)).isFalse();
        assertThat(story.contains(other)).isTrue();
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void a_grandchild_whose_parent_is_not_in_memory_is_asked_for() {
        Story story = rows(Story.of(passive()));
        Comment comment = story.find(Comment.class, 20);
        Comment other = story.find(Comment.class, 22);
        story.remove(story.find(User.class, 1));

        assertThat(story.flush())
                .containsExactly("remove User#1 [REM-1]", "forget missing of Comment#20, Comment#22 [SES-1]");
        assertThat(story.contains(comment)).isFalse();
        assertThat(story.contains(other)).isTrue();
    }

    @Test
    void nobody_is_asked_for_where_no_such_entity_is_managed() {
        Story story = rows(Story.of(passive()));
        story.find(Post.class, 12);
        story.remove(story.find(User.class, 1));

        assertThat(story.flush()).containsExactly("remove User#1 [REM-1]");
        assertThat(story.selects()).isEmpty();
    }

    @Test
    void children_that_the_client_nulls_or_that_moved_away_are_not_asked_for() {
        Story story = rows(Story.of(Blog.contract()));
        User user = story.find(User.class, 1);
        story.load(user, "posts");
        story.find(Post.class, 11).user = story.find(User.class, 2);
        story.remove(user);

        assertThat(story.flush()).containsExactly("set Post#10 Post.user = NULL [REM-1]", "remove User#1 [REM-1]");
        assertThat(story.selects()).isEmpty();
    }

    @Test
    void loaded_children_of_a_passive_relation_that_the_client_nulls_are_not_asked_for() {
        Story story = rows(Story.of(Blog.contract().relation(User.class, "posts", r -> r.passiveDeletes(Mode.ON))));
        User user = story.find(User.class, 1);
        story.load(user, "posts");
        story.remove(user);

        assertThat(story.flush())
                .containsExactly(
                        "set Post#10 Post.user = NULL [REM-1]",
                        "set Post#11 Post.user = NULL [REM-1]",
                        "remove User#1 [REM-1]");
        assertThat(story.selects()).isEmpty();
    }

    @Test
    void a_child_moved_to_a_removed_parent_that_is_left_to_the_database_is_asked_for() {
        Story story = rows(Story.of(passive()));
        Post post = story.find(Post.class, 12);
        User user = story.find(User.class, 1);
        user.posts.add(post);
        story.remove(user);

        assertThat(story.flush())
                .containsExactly(
                        "set Post#12 Post.user = User#1 [ORP-3]",
                        "remove User#1 [REM-1]",
                        "forget missing of Post#12 [SES-1]");
        assertThat(story.contains(post)).isFalse();
    }

    @Test
    void a_key_that_is_declared_without_cascade_reaches_nothing() {
        Story story = Story.of(CascadeContract.of(Country.class, Town.class))
                .row(Country.class, 1)
                .row(Town.class, 10, "country_id", 1)
                .onDelete("Town[country_id]", ReferentialAction.SET_NULL);
        story.find(Town.class, 10);
        story.remove(story.find(Country.class, 1));

        assertThat(story.flush()).containsExactly("remove Country#1 [REM-1]");
    }

    @Test
    void a_key_of_which_the_mapping_says_nothing_may_cascade() {
        Story story = Story.of(CascadeContract.of(Country.class, River.class))
                .row(Country.class, 1)
                .row(River.class, 10, "country_id", 1)
                .row(River.class, 11, "country_id", null)
                .onDelete("River[country_id]", ReferentialAction.CASCADE);
        River river = story.find(River.class, 10);
        River other = story.find(River.class, 11);
        story.remove(story.find(Country.class, 1));

        assertThat(story.flush()).containsExactly("remove Country#1 [REM-1]", "forget missing of River#10 [SES-1]");
        assertThat(story.contains(river)).isFalse();
        assertThat(story.contains(other)).isTrue();
    }

    @Test
    void a_child_without_attribute_is_asked_for_unless_an_earlier_flush_tells_its_parent() {
        Story story = Story.of(OneWay.contract()
                        .relation(Box.class, "items", r -> r.cascade(ALL).passiveDeletes(Mode.ON)))
                .onDelete("Item[box_id]", ReferentialAction.CASCADE)
                .row(Box.class, 1)
                .row(Box.class, 2)
                .row(Item.class, 10, "box_id", 1)
                .row(Item.class, 11, "box_id", 1);
        Item unknown = story.find(Item.class, 10);
        Item known = story.find(Item.class, 11);
        story.find(Box.class, 2).items.add(known);
        story.flush();
        story.remove(story.find(Box.class, 1));

        assertThat(story.flush()).containsExactly("remove Box#1 [REM-1]", "forget missing of Item#10 [SES-1]");
        assertThat(story.contains(unknown)).isFalse();
        assertThat(story.contains(known)).isTrue();
    }

    @Test
    void where_the_client_handles_all_children_nobody_is_asked_for() {
        Story story = Story.of(OneWay.contract().relation(Box.class, "items", r -> r.cascade(ALL)))
                .row(Box.class, 1)
                .row(Box.class, 2)
                .row(Item.class, 10, "box_id", 1)
                .row(Item.class, 12, "box_id", 2);
        story.find(Item.class, 12);
        story.remove(story.find(Box.class, 1));

        assertThat(story.flush()).containsExactly("remove Item#10 [REM-1]", "remove Box#1 [REM-1]");
        assertThat(story.selects()).containsExactly("select Box.items");
    }

    private static ContractBuilder passive() {
        return Blog.contract()
                .relation(User.class, "posts", r -> r.cascade(ALL).passiveDeletes(Mode.ON))
                .relation(Post.class, "comments", r -> r.cascade(ALL).passiveDeletes(Mode.ON));
    }

    private static Story rows(Story story) {
        return story.onDelete("Post[user_id]", ReferentialAction.CASCADE)
                .onDelete("Comment[post_id]", ReferentialAction.CASCADE)
                .row(User.class, 1)
                .row(User.class, 2)
                .row(Post.class, 10, "user_id", 1)
                .row(Post.class, 11, "user_id", 1)
                .row(Post.class, 12, "user_id", 2)
                .row(Comment.class, 20, "post_id", 10)
                .row(Comment.class, 22, "post_id", 12);
    }

    @Entity(name = "Country")
    static class Country extends Row {}

    @Entity(name = "Town")
    static class Town extends Row {
        @ManyToOne
        @OnDelete(ReferentialAction.SET_NULL)
        Country country;
    }

    @Entity(name = "River")
    static class River extends Row {
        @ManyToOne
        Country country;
    }
}
