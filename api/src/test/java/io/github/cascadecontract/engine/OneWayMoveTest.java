package io.github.cascadecontract.engine;

import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.engine.OneWay.Box;
import io.github.cascadecontract.engine.OneWay.Item;
import io.github.cascadecontract.memory.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ORP-3 and REM-7 where a child has no attribute for its parent. */
class OneWayMoveTest {
    @Test
    void without_inverse_appended_to_the_new_and_left_in_the_old_collection() {
        Story story = items();
        Box from = story.find(Box.class, 1);
        Box to = story.find(Box.class, 2);
        Item item = from.items.get(0);
        to.items.add(item);

        assertThat(story.flush()).containsExactly("set Item#10 Box.items = Box#2 [PER-3]");
        assertThat(story.sent()).containsExactly("update Item#10");
        assertThat(story.flush()).isEmpty();
    }

    @Test
    void without_inverse_removed_from_the_old_and_appended_to_the_new_in_any_order() {
        for (boolean addFirst : new boolean[] {true, false}) {
            Story story = items();
            Box from = story.find(Box.class, 1);
            Box to = story.find(Box.class, 2);
            Item item = from.items.get(0);
            if (addFirst) to.items.add(item);
            from.items.remove(item);
            if (!addFirst) to.items.add(item);

            assertThat(story.flush()).containsExactly("set Item#10 Box.items = Box#2 [ORP-3]");
            assertThat(story.sent()).containsExactly("update Item#10");
        }
    }

    @Test
    void without_inverse_a_stale_list_removes_nothing_and_takes_nothing_back() {
        Story story = items();
        Box from = story.find(Box.class, 1);
        Box to = story.find(Box.class, 2);
        Item item = from.items.get(0);
        to.items.add(item);
        story.flush();
        from.items.remove(item);

        assertThat(story.flush()).isEmpty();
        assertThat(story.rows()).contains("Item#10 {box_id=2}");
    }

    @Test
    void without_inverse_the_last_parent_lets_go_although_a_stale_list_holds_the_child() {
        Story story = items();
        Box from = story.find(Box.class, 1);
        Box to = story.find(Box.class, 2);
        Item item = from.items.get(0);
        to.items.add(item);
        story.flush();
        to.items.remove(item);

        assertThat(story.flush()).containsExactly("remove Item#10 [ORP-1]");
    }

    @Test
    void without_inverse_the_old_parent_with_its_stale_list_is_removed_without_the_moved_child() {
        Story story = items();
        Box from = story.find(Box.class, 1);
        Item item = from.items.get(0);
        story.find(Box.class, 2).items.add(item);
        story.flush();
        story.remove(from);

        assertThat(story.flush()).containsExactly("remove Item#11 [REM-1]", "remove Box#1 [REM-1]");
        assertThat(story.rows()).contains("Item#10 {box_id=2}");
    }

    @Test
    void without_inverse_a_child_moved_from_a_removed_parent_that_was_not_loaded_survives() {
        Story story = items();
        Item item = story.find(Item.class, 10);
        story.find(Box.class, 2).items.add(item);
        story.remove(story.find(Box.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "set Item#10 Box.items = Box#2 [PER-3]", "remove Item#11 [REM-1]", "remove Box#1 [REM-1]");
    }

    @Test
    void without_inverse_the_move_is_sent_before_an_early_removal_of_whoever_was_the_parent() {
        Story story = items(OneWay.contract()
                        .relation(Box.class, "items", r -> r.cascade(ALL).passiveDeletes(Mode.ON)))
                .onDelete("Item[box_id]", ReferentialAction.CASCADE);
        Item item = story.find(Item.class, 10);
        story.find(Box.class, 2).items.add(item);
        story.remove(story.find(Box.class, 1));
        story.persist(OneWay.box(9));

        assertThat(story.flush())
                .startsWith(
                        "early set Item#10 Box.items = Box#2 [PER-3]",
                        "early remove Box#1 [REM-1]",
                        "persist Box#9 [PER-1]");
        assertThat(story.rows()).contains("Item#10 {box_id=2}").doesNotContain("Item#11 {box_id=1}");
    }

    @Test
    void without_inverse_a_removal_waits_for_a_child_that_moves_to_an_inserted_parent() {
        Story story = items(OneWay.contract()
                        .relation(Box.class, "items", r -> r.cascade(ALL).passiveDeletes(Mode.ON)))
                .onDelete("Item[box_id]", ReferentialAction.CASCADE);
        story.persist(OneWay.box(9, story.find(Item.class, 10)));
        story.remove(story.find(Box.class, 1));

        assertThat(story.flush())
                .startsWith("set Item#10 Box.items = Box#9 [PER-3]", "persist Box#9 [PER-1]", "remove Box#1 [REM-1]");
        assertThat(story.rows()).containsExactly("Box#2", "Box#9", "Item#10 {box_id=9}", "Item#12 {box_id=2}");
    }

    private static Story items() {
        return items(OneWay.contract()
                .relation(Box.class, "items", r -> r.cascade(ALL).orphanRemoval()));
    }

    private static Story items(ContractBuilder contract) {
        Story story =
                Story.of(contract).notNull("Item[box_id]").row(Box.class, 1).row(Box.class, 2);
        List.of(10, 11).forEach(id -> story.row(Item.class, id, "box_id", 1));
        return story.row(Item.class, 12, "box_id", 2);
    }
}
