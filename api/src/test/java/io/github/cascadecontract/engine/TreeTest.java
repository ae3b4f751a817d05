package io.github.cascadecontract.engine;

import static io.github.cascadecontract.engine.Tree.node;
import static jakarta.persistence.CascadeType.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import io.github.cascadecontract.engine.Tree.Node;
import io.github.cascadecontract.error.CircularReferenceException;
import io.github.cascadecontract.memory.Story;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.junit.jupiter.api.Test;

/** Trees, circles (REM-9) and tables that refer to each other. */
class TreeTest {
    @Test
    void the_whole_subtree_goes_leaves_first_and_other_roots_stay() {
        Story story = tree(cascading());
        story.remove(story.find(Node.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "remove Node#3 [REM-1]",
                        "remove Node#5 [REM-1]",
                        "remove Node#4 [REM-1]",
                        "remove Node#2 [REM-1]",
                        "remove Node#1 [REM-1]");
        assertThat(story.rows()).containsExactly("Node#6 {parent_id=null}");
    }

    @Test
    void without_cascade_the_children_become_roots() {
        Story story = tree(Tree.contract());
        story.remove(story.find(Node.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "set Node#2 Node.parent = NULL [REM-1]",
                        "set Node#3 Node.parent = NULL [REM-1]",
                        "remove Node#1 [REM-1]");
    }

    @Test
    void a_passive_tree_is_one_delete() {
        Story story = tree(cascading().relation(Node.class, "children", r -> r.passiveDeletes(Mode.ON)))
                .onDelete("Node[parent_id]", ReferentialAction.CASCADE);
        story.remove(story.find(Node.class, 1));

        assertThat(story.flush()).containsExactly("remove Node#1 [REM-1]");
        assertThat(story.selects()).isEmpty();
        assertThat(story.byDatabase()).hasSize(4);
    }

    @Test
    void a_branch_taken_out_goes_with_everything_below_and_a_moved_one_is_one_update() {
        Story removed = tree(owning());
        Node root = removed.find(Node.class, 1);
        root.children.remove(removed.find(Node.class, 2));
        assertThat(removed.flush())
                .containsExactly("remove Node#5 [REM-1]", "remove Node#4 [REM-1]", "remove Node#2 [ORP-1]");

        Story moved = tree(owning());
        moved.find(Node.class, 6).children.add(moved.find(Node.class, 2));
        assertThat(moved.flush()).containsExactly("set Node#2 Node.parent = Node#6 [ORP-3]");
    }

    @Test
    void under_orphan_removal_a_node_never_becomes_a_root_by_a_null_reference() {
        Story story = tree(owning());
        story.find(Node.class, 2).parent = null;

        assertThat(story.flush())
                .containsExactly("remove Node#5 [REM-1]", "remove Node#4 [REM-1]", "remove Node#2 [ORP-2]");
    }

    @Test
    void a_new_root_and_a_new_subtree_are_written_top_down() {
        Story story = Story.of(owning());
        story.persist(node(9, node(10, node(12)), node(11)));

        assertThat(story.flush())
                .containsExactly(
                        "persist Node#9 [PER-1]",
                        "persist Node#10 [PER-1]",
                        "persist Node#11 [PER-1]",
                        "persist Node#12 [PER-1]");
    }

    @Test
    void a_node_moved_below_its_own_child_makes_a_circle_of_rows() {
        Story story = tree(owning());
        story.find(Node.class, 4).children.add(story.find(Node.class, 2));

        assertThat(story.flush()).containsExactly("set Node#2 Node.parent = Node#4 [ORP-3]");
        assertThat(story.rows()).contains("Node#2 {parent_id=4}", "Node#4 {parent_id=2}");
    }

    @Test
    void only_the_rows_decide_on_the_order_of_removal() {
        Story story = tree(owning());
        Node upper = story.find(Node.class, 2);
        Node lower = story.find(Node.class, 4);
        upper.parent = lower;
        story.remove(upper);
        story.remove(lower);

        assertThat(story.flush())
                .containsExactly("remove Node#5 [REM-1]", "remove Node#4 [REM-1]", "remove Node#2 [REM-1]");
    }

    @Test
    void a_row_that_is_its_own_parent_goes() {
        Story story = Story.of(cascading()).row(Node.class, 1, "parent_id", 1);
        story.remove(story.find(Node.class, 1));

        assertThat(story.flush()).containsExactly("remove Node#1 [REM-1]");
        assertThat(story.rows()).isEmpty();
    }

    @Test
    void rows_in_a_circle_are_removed_with_a_nullable_key_set_to_null_first() {
        Story story = Story.of(cascading())
                .row(Node.class, 1)
                .row(Node.class, 2, "parent_id", 1)
                .row(Node.class, 1, "parent_id", 2);
        story.remove(story.find(Node.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "early set Node#2 Node.parent = NULL [REM-9]",
                        "remove Node#1 [REM-1]",
                        "remove Node#2 [REM-1]");
        assertThat(story.rows()).isEmpty();
    }

    @Test
    void the_nullable_key_of_a_circle_of_two_tables_is_opened() {
        Story story = leagues(Team.class);
        story.remove(story.find(Team.class, 1));

        assertThat(story.flush())
                .containsExactly(
                        "early set Team#1 Team.captain = NULL [REM-9]",
                        "remove Player#10 [REM-8]",
                        "remove Team#1 [REM-1]");
        assertThat(story.rows()).isEmpty();
    }

    @Test
    void new_rows_of_two_tables_in_a_circle_are_inserted_with_the_nullable_key_set_afterwards() {
        Story story = Story.of(CascadeContract.of(Team.class, Player.class));
        Team team = new Team();
        team.id = 1;
        team.captain = new Player();
        team.captain.id = 10;
        team.captain.team = team;
        story.persist(team);

        assertThat(story.flush())
                .containsExactly("persist Team#1 without Team.captain [PER-1]", "persist Player#10 [PER-1]");
        assertThat(story.sent()).containsExactly("insert Team#1", "insert Player#10", "update Team#1");
    }

    @Test
    void a_circle_of_not_null_keys_is_refused_at_the_flush_not_at_persist() {
        Story story = Story.of(CascadeContract.of(Husband.class, Wife.class));
        Husband husband = new Husband();
        husband.id = 1;
        husband.wife = new Wife();
        husband.wife.id = 2;
        husband.wife.husband = husband;
        story.persist(husband);

        assertThatThrownBy(story::flush)
                .isInstanceOfSatisfying(
                        CircularReferenceException.class,
                        refused -> assertThat(refused.rule()).contains(Rule.REM_9))
                .hasMessageContaining("NOT NULL");
        assertThat(story.sent()).isEmpty();
    }

    @Test
    void removed_rows_in_a_circle_of_not_null_keys_are_refused_before_any_statement() {
        Story story = Story.of(CascadeContract.of(Husband.class, Wife.class))
                .row(Husband.class, 1)
                .row(Wife.class, 2, "husband_id", 1)
                .row(Husband.class, 1, "wife_id", 2);
        story.remove(story.find(Husband.class, 1));

        assertThatThrownBy(story::flush).isInstanceOf(CircularReferenceException.class);
        assertThat(story.sent()).isEmpty();
    }

    @Test
    void a_referrer_that_stays_keeps_the_foreign_keys_say() {
        Story story = leagues(Player.class);
        story.remove(story.find(Player.class, 10));

        assertThatThrownBy(story::flush).hasMessageContaining("FOREIGN_KEY");
    }

    private static Story leagues(Class<?> removed) {
        ContractBuilder contract = CascadeContract.builder(Team.class, Player.class);
        if (removed == Player.class) contract.relation(Team.class, "captain", r -> r.cascade());
        return Story.of(contract)
                .row(Team.class, 1)
                .row(Player.class, 10, "team_id", 1)
                .row(Team.class, 1, "captain_id", 10);
    }

    private static ContractBuilder cascading() {
        return Tree.contract().relation(Node.class, "children", r -> r.cascade(ALL));
    }

    private static ContractBuilder owning() {
        return Tree.contract()
                .relation(Node.class, "children", r -> r.cascade(ALL).orphanRemoval());
    }

    /** 1 has 2 and 3, 2 has 4, 4 has 5; 6 is a root of its own. */
    private static Story tree(ContractBuilder contract) {
        return Story.of(contract)
                .row(Node.class, 1)
                .row(Node.class, 2, "parent_id", 1)
                .row(Node.class, 3, "parent_id", 1)
                .row(Node.class, 4, "parent_id", 2)
                .row(Node.class, 5, "parent_id", 4)
                .row(Node.class, 6, "parent_id", null);
    }

    @Entity(name = "Team")
    static class Team extends Row {
        @ManyToOne(cascade = CascadeType.ALL)
        Player captain;
    }

    @Entity(name = "Player")
    static class Player extends Row {
        @ManyToOne(optional = false)
        Team team;
    }

    @Entity(name = "Husband")
    static class Husband extends Row {
        @ManyToOne(cascade = CascadeType.ALL)
        @JoinColumn(name = "wife_id", nullable = false)
        Wife wife;
    }

    @Entity(name = "Wife")
    static class Wife extends Row {
        @ManyToOne(optional = false, cascade = CascadeType.ALL)
        Husband husband;
    }

    static class TeamProxy extends Team {}

    static class PlayerProxy extends Player {}

    static class HusbandProxy extends Husband {}

    static class WifeProxy extends Wife {}
}
