package io.github.cascadecontract.engine;

import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.engine.Blog.Post;
import io.github.cascadecontract.engine.Blog.User;
import io.github.cascadecontract.engine.OneWay.Box;
import io.github.cascadecontract.engine.OneWay.Item;
import io.github.cascadecontract.engine.Tree.Node;
import io.github.cascadecontract.memory.Story;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Depth and width are data: nothing recurses, nothing is looked for in a list within a list. */
@Timeout(120)
class ScaleTest {
    private static final int HUGE = 100_000;
    private static final int MANY = 30_000;

    @Test
    void a_chain_is_removed_from_its_end() {
        Story story = Story.of(Tree.contract()
                .relation(Node.class, "children", r -> r.cascade(ALL).orphanRemoval()));
        for (int id = 1; id <= HUGE; id++) story.row(Node.class, id, "parent_id", id == 1 ? null : id - 1);
        story.remove(story.find(Node.class, 1));

        assertThat(story.bigPlan().steps()).hasSize(HUGE);
    }

    @Test
    void a_chain_is_persisted_from_its_beginning() {
        Story story = Story.of(Tree.contract().relation(Node.class, "children", r -> r.cascade(ALL)));
        Node root = Tree.node(1);
        Node end = root;
        for (int id = 2; id <= MANY; id++) {
            Node next = Tree.node(id);
            end.children.add(next);
            end = next;
        }
        story.persist(root);

        assertThat(story.bigPlan().steps()).hasSize(MANY);
    }

    @Test
    void a_parent_goes_with_all_its_children() {
        Story story = children(HUGE);
        User user = story.find(User.class, 1);
        story.load(user, "posts");
        story.remove(user);

        assertThat(story.bigPlan().steps()).hasSize(HUGE + 1);
    }

    @Test
    void all_children_of_a_parent_become_orphans() {
        Story story = children(MANY);
        User user = story.find(User.class, 1);
        story.load(user, "posts");
        user.posts = new ArrayList<>();

        assertThat(story.bigPlan().steps()).hasSize(MANY);
    }

    @Test
    void all_pending_children_of_a_pending_parent_are_written_or_discarded() {
        Story story = Story.of(Blog.contract()
                .relation(User.class, "posts", r -> r.cascade(ALL).orphanRemoval()));
        User user = Blog.user(1);
        for (int id = 1; id <= MANY; id++) user.posts.add(Blog.post(id));
        story.persist(user);
        assertThat(story.bigPlan().steps()).hasSize(MANY + 1);

        user.posts.clear();
        assertThat(story.bigPlan().steps()).hasSize(MANY + 1);
    }

    @Test
    void all_children_without_attribute_become_orphans_or_move() {
        Story story = Story.of(OneWay.contract()
                        .relation(Box.class, "items", r -> r.cascade(ALL).orphanRemoval()))
                .row(Box.class, 1)
                .row(Box.class, 2);
        for (int id = 1; id <= MANY; id++) story.row(Item.class, id, "box_id", 1);
        Box from = story.find(Box.class, 1);
        story.load(from, "items");
        ArrayList<Item> items = new ArrayList<>(from.items);
        from.items = new ArrayList<>();
        assertThat(story.bigPlan().steps()).hasSize(MANY);

        story.find(Box.class, 2).items.addAll(items);
        assertThat(story.bigPlan().steps()).hasSize(MANY);
    }

    @Test
    void many_small_circles_are_opened_one_by_one() {
        Story story = Story.of(Tree.contract().relation(Node.class, "children", r -> r.cascade(ALL)));
        int circles = MANY / 4;
        for (int id = 1; id <= circles; id++) {
            story.row(Node.class, id);
            story.row(Node.class, -id, "parent_id", id);
            story.row(Node.class, id, "parent_id", -id);
        }
        for (int id = 1; id <= circles; id++) story.remove(story.find(Node.class, id));

        assertThat(story.bigPlan().steps()).hasSize(3 * circles);
    }

    @Test
    void many_owners_of_single_parent_targets_are_compared_once() {
        Story story = Story.of(CascadeContract.builder(Garage.Car.class, Garage.Motor.class));
        for (int id = 1; id <= MANY / 4; id++) story.persist(Garage.car(id, Garage.motor(id)));

        assertThat(story.bigPlan().steps()).hasSize(MANY / 2);
    }

    @Test
    void a_merge_keeps_half_of_the_children_and_brings_as_many_new_ones() {
        Story story = children(MANY);
        User given = Blog.user(1);
        for (int id = MANY / 2 + 1; id <= MANY + MANY / 2; id++) given.posts.add(Blog.post(id));

        User merged = story.merge(given);

        assertThat(merged.posts).hasSize(MANY);
        assertThat(story.bigPlan().steps()).hasSize(MANY);
    }

    @Test
    void a_merged_chain_is_data_and_not_a_stack() {
        Story story = Story.of(Tree.contract().relation(Node.class, "children", r -> r.cascade(ALL)));
        Node root = Tree.node(1);
        Node last = root;
        for (int id = 2; id <= MANY; id++) {
            last.children.add(Tree.node(id));
            last = last.children.get(0);
        }

        story.merge(root);

        assertThat(story.bigPlan().steps()).hasSize(MANY);
    }

    private static Story children(int count) {
        Story story = Story.of(Blog.contract()
                        .relation(User.class, "posts", r -> r.cascade(ALL).orphanRemoval()))
                .row(User.class, 1);
        for (int id = 1; id <= count; id++) story.row(Post.class, id, "user_id", 1);
        return story;
    }
}
