package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.Blog.post;
import static io.github.cascadecontract.engine.Blog.user;
import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;

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

/** ORP-7: which rows give way before the inserts of the same flush, and which must wait. */
class EarlyStepsTest {
    @Test
    void in_one_table_a_delete_goes_before_an_insert() {
        Story story = rows(Story.of(owning()));
        User user = story.find(User.class, 2);
        user.posts.remove(0);
        user.posts.add(post(12));

        assertThat(story.flush())
                .containsExactly(
                        "early remove Post#12 [ORP-1]",
                        "set Post#12 Post.user = User#2 [PER-3]",
                        "persist Post#12 [PER-1]");
        assertThat(story.sent()).containsExactly("delete Post#12", "insert Post#12");
    }

    @Test
    void deletes_of_other_tables_keep_their_place() {
        Story story = rows(Story.of(owning()));
        story.find(User.class, 2).posts.remove(0);
        story.persist(user(9));

        assertThat(story.flush()).containsExactly("persist User#9 [PER-1]", "remove Post#12 [ORP-1]");
    }

    @Test
    void with_an_early_parent_go_its_children_and_the_references_that_survive_it() {
        Story story = rows(Story.of(Blog.contract().relation(Post.class, "comments", r -> r.cascade(ALL))));
        Post kept = story.find(Post.class, 12);
        kept.user = null;
        story.remove(story.find(User.class, 2));
        story.remove(story.find(User.class, 1));
        story.persist(user(9));

        assertThat(story.flush())
                .containsExactly(
                        "early set Post#12 Post.user = NULL [ORP-2]",
                        "early set Post#10 Post.user = NULL [REM-1]",
                        "early set Post#11 Post.user = NULL [REM-1]",
                        "early remove User#2 [REM-1]",
                        "early remove User#1 [REM-1]",
                        "persist User#9 [PER-1]");
    }

    @Test
    void a_cleared_reference_leaves_early_also_where_the_parent_has_no_collection() {
        Story story = Story.of(CascadeContract.of(City.class, Citizen.class))
                .row(City.class, 1)
                .row(Citizen.class, 10, "city_id", 1);
        story.find(Citizen.class, 10).city = null;
        story.remove(story.find(City.class, 1));
        City founded = new City();
        founded.id = 2;
        story.persist(founded);

        assertThat(story.flush())
                .containsExactly(
                        "early set Citizen#10 Citizen.city = NULL [ORP-2]",
                        "early remove City#1 [REM-1]",
                        "persist City#2 [PER-1]");
        assertThat(story.sent()).containsExactly("update Citizen#10", "delete City#1", "insert City#2");
    }

    @Test
    void a_child_that_is_removed_by_a_call_goes_early_with_its_parent_though_the_parent_would_only_null_it() {
        Story story = Story.of(OneWay.contract())
                .row(Box.class, 1)
                .row(Item.class, 10, "box_id", 1)
                .row(Item.class, 11, "box_id", 1);
        story.remove(story.find(Box.class, 1));
        story.remove(story.find(Item.class, 10));
        story.persist(OneWay.box(9));

        assertThat(story.flush())
                .containsExactly(
                        "early set Item#11 Box.items = NULL [REM-1]",
                        "early remove Item#10 [REM-1]",
                        "early remove Box#1 [REM-1]",
                        "persist Box#9 [PER-1]");
    }

    @Test
    void a_child_that_moved_away_and_is_removed_goes_early_with_the_parent_in_its_row() {
        Story story =
                Story.of(OneWay.contract()).row(Box.class, 1).row(Box.class, 2).row(Item.class, 10, "box_id", 1);
        Item item = story.find(Item.class, 10);
        story.find(Box.class, 2).items.add(item);
        story.remove(story.find(Box.class, 1));
        story.remove(item);
        story.persist(OneWay.box(9));

        assertThat(story.flush())
                .containsExactly("early remove Item#10 [REM-1]", "early remove Box#1 [REM-1]", "persist Box#9 [PER-1]");
    }

    @Test
    void a_child_that_ends_without_parent_leaves_the_parent_in_its_row_early() {
        Story story = rows(Story.of(owning())).row(Post.class, 13, "user_id", 2);
        story.find(Comment.class, 20).post = story.find(Post.class, 13);
        story.remove(story.find(Post.class, 13));
        story.remove(story.find(User.class, 1));
        story.persist(user(9));

        assertThat(story.flush())
                .containsExactly(
                        "early set Comment#20 Comment.post = NULL [REM-1]",
                        "early remove Post#10 [REM-1]",
                        "early remove Post#11 [REM-1]",
                        "early remove User#1 [REM-1]",
                        "persist User#9 [PER-1]",
                        "remove Post#13 [REM-1]");
    }

    private static ContractBuilder owning() {
        return Blog.contract().relation(User.class, "posts", r -> r.cascade(ALL).orphanRemoval());
    }

    private static Story rows(Story story) {
        return story.row(User.class, 1)
                .row(User.class, 2)
                .row(Post.class, 10, "user_id", 1)
                .row(Post.class, 11, "user_id", 1)
                .row(Post.class, 12, "user_id", 2)
                .row(Comment.class, 20, "post_id", 10);
    }

    @Entity(name = "City")
    static class City extends Row {}

    @Entity(name = "Citizen")
    static class Citizen extends Row {
        @ManyToOne
        City city;
    }

    @Test
    void a_child_put_again_into_a_parent_that_goes_early_leaves_it_early() {
        Story story = Story.of(Blog.contract()).row(User.class, 1).row(Post.class, 10, "user_id", 1);
        User user = story.find(User.class, 1);
        Post post = story.find(Post.class, 10);
        story.remove(user);
        story.persist(Blog.user(50));
        user.posts.add(post);

        assertThat(story.flush())
                .startsWith("early set Post#10 Post.user = NULL [REM-1]", "early remove User#1 [REM-1]");
        assertThat(story.rows()).contains("Post#10 {user_id=null}");
    }
}
