package io.github.cascadecontract.engine;

import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.engine.Blog.Comment;
import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.memory.Story;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import org.junit.jupiter.api.Test;

/** REM-1 with SET_BASED: children that are not loaded are handled by statements that select nothing. */
class SetBasedTest {
    @Test
    void all_levels_are_deleted_lowest_first_without_a_select() {
        Story story = rows(removing(Mode.OFF));
        story.remove(story.find(User.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "DELETE Post.user / Comment.post below User#1 [REM-1]",
                        "DELETE Post.user below User#1 [REM-1]",
                        "remove User#1 [REM-1]");
        assertThat(story.selects()).isEmpty();
        assertThat(story.rows()).containsExactly("Comment#200 {post_id=20}", "Post#20 {user_id=2}", "User#2");
    }

    @Test
    void a_level_that_is_passive_is_left_to_the_database() {
        Story story = rows(removing(Mode.ON));
        story.remove(story.find(User.class, 1));

        assertThat(story.plan()).containsExactly("DELETE Post.user below User#1 [REM-1]", "remove User#1 [REM-1]");
    }

    @Test
    void without_remove_the_keys_are_nulled() {
        Story story = rows(Blog.contract().relation(User.class, "posts", r -> r.passiveDeletes(Mode.SET_BASED)));
        story.remove(story.find(User.class, 1));

        assertThat(story.flush()).containsExactly("SET_NULL Post.user below User#1 [REM-1]", "remove User#1 [REM-1]");
        assertThat(story.rows()).contains("Post#10 {user_id=null}", "Post#11 {user_id=null}");
    }

    @Test
    void what_is_loaded_goes_one_by_one() {
        Story story = rows(removing(Mode.OFF));
        User user = story.find(User.class, 1);
        story.load(user, "posts");
        story.remove(user);

        assertThat(story.flush())
                .containsExactly(
                        "remove Comment#100 [REM-1]",
                        "remove Post#10 [REM-1]",
                        "remove Post#11 [REM-1]",
                        "remove User#1 [REM-1]");
        assertThat(story.rows()).doesNotContain("Post#10 {user_id=1}", "Comment#100 {post_id=10}");
    }

    @Test
    void a_child_in_memory_that_moved_away_survives() {
        Story story = rows(removing(Mode.OFF));
        Post moved = story.find(Post.class, 10);
        moved.user = story.find(User.class, 2);
        story.remove(story.find(User.class, 1));

        story.flush();

        assertThat(story.contains(moved)).isTrue();
        assertThat(story.rows())
                .containsExactly(
                        "Comment#100 {post_id=10}",
                        "Comment#200 {post_id=20}",
                        "Post#10 {user_id=2}",
                        "Post#20 {user_id=2}",
                        "User#2");
    }

    @Test
    void a_managed_child_below_is_forgotten() {
        Story story = rows(removing(Mode.OFF));
        Comment comment = story.find(Comment.class, 100);
        story.remove(story.find(User.class, 1));

        story.flush();

        assertThat(story.contains(comment)).isFalse();
    }

    @Test
    void where_the_same_flush_moves_rows_of_a_lower_level_the_children_are_selected() {
        Story story = rows(removing(Mode.OFF));
        Comment comment = story.find(Comment.class, 100);
        comment.post = story.find(Post.class, 20);
        story.remove(story.find(User.class, 1));

        story.flush();

        assertThat(story.rows())
                .containsExactly(
                        "Comment#100 {post_id=20}", "Comment#200 {post_id=20}", "Post#20 {user_id=2}", "User#2");
    }

    @Test
    void a_tree_is_selected() {
        Story story = Story.of(Tree.contract()
                .relation(Tree.Node.class, "children", r -> r.cascade(ALL).passiveDeletes(Mode.SET_BASED)));
        story.row(Tree.Node.class, 1).row(Tree.Node.class, 2, "parent_id", 1).row(Tree.Node.class, 3, "parent_id", 2);
        story.remove(story.find(Tree.Node.class, 1));

        story.flush();

        assertThat(story.rows()).isEmpty();
    }

    @Test
    void entities_with_element_collections_are_selected() {
        Story story = Story.of(CascadeContract.of(Basket.class, Item.class));
        story.row(Basket.class, 1).row(Item.class, 10, "basket_id", 1);
        story.remove(story.find(Basket.class, 1));

        assertThat(story.flush()).containsExactly("remove Item#10 [REM-1]", "remove Basket#1 [REM-1]");
    }

    @Entity(name = "Basket")
    static class Basket extends Row {
        @OneToMany(mappedBy = "basket", cascade = ALL)
        @PassiveDeletes(Mode.SET_BASED)
        List<Item> items;
    }

    @Entity(name = "Item")
    static class Item extends Row {
        @ManyToOne
        Basket basket;

        @ElementCollection
        List<String> labels;
    }

    private static ContractBuilder removing(Mode below) {
        return Blog.contract()
                .relation(User.class, "posts", r -> r.cascade(ALL).passiveDeletes(Mode.SET_BASED))
                .relation(Post.class, "comments", r -> r.cascade(ALL).passiveDeletes(below));
    }

    private static Story rows(ContractBuilder contract) {
        Story story = Story.of(contract);
        story.row(User.class, 1).row(User.class, 2);
        story.row(Post.class, 10, "user_id", 1)
                .row(Post.class, 11, "user_id", 1)
                .row(Post.class, 20, "user_id", 2);
        story.row(Comment.class, 100, "post_id", 10).row(Comment.class, 200, "post_id", 20);
        return story;
    }
}
