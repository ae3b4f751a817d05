package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.mybatis.Family.Box;
import io.github.cascadecontract.mybatis.Family.Item;
import io.github.cascadecontract.mybatis.Family.Node;
import io.github.cascadecontract.mybatis.Family.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FamilyTest {
    private TestSchema schema;
    private UnitOfWorkFactory factory;

    @BeforeEach
    void begin() {
        schema = new TestSchema(Family.DDL);
        factory = UnitOfWorkFactory.open("mybatis", Family.CONTRACT, schema.dataSource());
    }

    @AfterEach
    void end() {
        assertThat(schema.connectionsInUse()).isZero();
        schema.close();
    }

    @Test
    void a_tree_is_inserted_by_one_statement_and_removed_by_one() {
        persistTree();
        assertThat(schema.sent()).containsExactly("INSERT nodes");

        factory.inTransaction(work -> work.remove(work.find(Node.class, 1)));

        assertThat(schema.sent())
                .filteredOn(sent -> sent.startsWith("DELETE"))
                .containsExactly("DELETE node_tags", "DELETE nodes");
        assertThat(schema.column("SELECT id FROM nodes")).isEmpty();
    }

    @Test
    void a_node_changes_its_parent_by_one_update() {
        persistTree();
        schema.sent();
        factory.inTransaction(work -> {
            Node leaf = work.find(Node.class, 4);
            leaf.setParent(work.find(Node.class, 3));
        });

        assertThat(schema.sent()).contains("UPDATE nodes").doesNotContain("DELETE nodes");
        assertThat(schema.column("SELECT parent_id FROM nodes WHERE id = 4")).containsExactly("3");
    }

    @Test
    void a_node_without_parent_is_removed_with_everything_below() {
        persistTree();
        factory.inTransaction(work -> work.find(Node.class, 2).setParent(null));

        assertThat(schema.column("SELECT id FROM nodes ORDER BY id")).containsExactly("1", "3");
    }

    @Test
    void a_child_without_an_attribute_for_its_parent_is_inserted_with_its_key() {
        factory.inTransaction(work -> {
            Box box = new Box(7);
            box.getItems().add(new Item(70, "seventy"));
            work.persist(box);
        });

        assertThat(schema.sent()).containsExactly("INSERT boxes", "INSERT items");
        assertThat(schema.column("SELECT box_id FROM items WHERE id = 70")).containsExactly("7");
    }

    @Test
    void it_is_moved_by_one_update_together_with_its_other_changes() {
        factory.inTransaction(work -> {
            Item item = work.find(Box.class, 1).getItems().remove(0);
            work.find(Box.class, 2).getItems().add(item);
            item.setLabel("moved");
            schema.sent();
            work.flush();
            assertThat(schema.sent()).containsExactly("UPDATE items");
        });

        assertThat(schema.column("SELECT label FROM items WHERE box_id = 2 ORDER BY id"))
                .containsExactly("moved", "three");
    }

    @Test
    void a_not_null_key_cannot_lose_its_parent() {
        assertThatThrownBy(() -> factory.inTransaction(
                        work -> work.find(Box.class, 1).getItems().clear()))
                .isInstanceOfSatisfying(
                        IntegrityViolationException.class,
                        violation -> assertThat(violation.constraint()).contains("box_id"));
        assertThat(schema.column("SELECT id FROM items ORDER BY id")).containsExactly("1", "2", "3");
    }

    @Test
    void links_are_written_by_difference() {
        persistTree();
        factory.inTransaction(work -> {
            Node root = work.find(Node.class, 1);
            root.getTags().add(work.find(Tag.class, 1));
            root.getTags().add(work.find(Tag.class, 2));
            work.find(Node.class, 2).getTags().add(work.find(Tag.class, 2));
        });
        schema.sent();
        factory.inTransaction(work -> {
            Node root = work.find(Node.class, 1);
            assertThat(root.getTags()).extracting(Tag::getName).containsExactlyInAnyOrder("red", "green");
            root.getTags().removeIf(tag -> tag.getId() == 1);
        });

        assertThat(schema.sent()).containsExactly("SELECT nodes", "SELECT node_tags", "DELETE node_tags");
        assertThat(schema.column("SELECT node_id FROM node_tags WHERE tag_id = 2 ORDER BY 1"))
                .containsExactly("1", "2");
    }

    @Test
    void columns_of_the_same_name_in_two_tables_are_updated_each_in_its_own() {
        persistTree();
        factory.inTransaction(work -> {
            work.find(Node.class, 1).setLabel("node");
            work.find(Item.class, 2).setLabel("item");
        });

        assertThat(schema.column("SELECT label FROM nodes WHERE id = 1")).containsExactly("node");
        assertThat(schema.column("SELECT label FROM items WHERE id = 2")).containsExactly("item");
    }

    private void persistTree() {
        factory.inTransaction(work -> {
            Node root = new Node(1, "root");
            Node left = new Node(2, "left");
            root.getChildren().add(left);
            root.getChildren().add(new Node(3, "right"));
            left.getChildren().add(new Node(4, "leaf"));
            work.persist(root);
        });
    }
}
