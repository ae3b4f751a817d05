package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.hibernate.Forest.Bird;
import io.github.cascadecontract.hibernate.Forest.Leaf;
import io.github.cascadecontract.hibernate.Forest.Node;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForestTest {
    private final World world = Forest.world();

    @BeforeEach
    void forgetCalls() {
        Bird.CALLS.clear();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_tree_is_removed_leaf_first() {
        world.execute("DELETE FROM birds");
        world.units().inTransaction(work -> work.remove(work.find(Node.class, 1L)));
        assertThat(world.rows("SELECT id FROM nodes")).containsExactly("9");
        assertThat(world.rows("SELECT count(*) FROM leaves")).containsExactly("0");
    }

    @Test
    void a_new_tree_is_inserted_root_first_in_whatever_order_it_was_persisted() {
        world.units().inTransaction(work -> {
            Node root = new Node();
            Node middle = new Node();
            Node leaf = new Node();
            leaf.parent = middle;
            middle.parent = root;
            work.persist(leaf);
            work.persist(middle);
            work.persist(root);
        });
        assertThat(world.rows("SELECT count(*) FROM nodes WHERE id >= 100 AND parent_id IS NOT NULL"))
                .containsExactly("2");
    }

    @Test
    void new_rows_that_refer_to_each_other_are_inserted_and_then_joined() {
        world.units().inTransaction(work -> {
            Node root = new Node();
            Node child = new Node();
            root.children.add(child);
            root.favourite = child;
            work.persist(root);
        });
        assertThat(world.rows("SELECT parent_id IS NULL, favourite_id IS NULL FROM nodes WHERE id >= 100 ORDER BY id"))
                .containsExactlyInAnyOrder("true,false", "false,true");
    }

    @Test
    void rows_that_refer_to_each_other_are_removed() {
        world.execute(
                "UPDATE nodes SET favourite_id = 4 WHERE id = 2", "UPDATE nodes SET favourite_id = 2 WHERE id = 3");
        world.units().inTransaction(work -> {
            work.remove(work.find(Node.class, 2L));
            work.remove(work.find(Node.class, 3L));
        });
        assertThat(world.rows("SELECT id FROM nodes ORDER BY id")).containsExactly("1", "9");
    }

    @Test
    void a_child_without_an_attribute_is_inserted_with_its_key() {
        assertThat(world.sentBy(work -> work.find(Node.class, 9L).birds.add(new Bird(7))))
                .containsExactly("select nodes", "insert birds x1");
        assertThat(world.rows("SELECT node_id FROM birds WHERE id = 7")).containsExactly("9");
    }

    @Test
    void an_identity_child_without_an_attribute_is_inserted_with_its_key_that_must_not_be_null() {
        assertThat(world.sentBy(work -> work.find(Node.class, 9L).leaves.add(new Leaf())))
                .contains("insert leaves x1")
                .noneMatch(statement -> statement.startsWith("update"));
        assertThat(world.rows("SELECT node_id FROM leaves WHERE id = 100")).containsExactly("9");
    }

    @Test
    void a_moved_child_without_an_attribute_is_one_updated_row_though_its_key_must_not_be_null() {
        assertThat(world.sentBy(work -> {
                    Node from = work.find(Node.class, 4L);
                    Leaf leaf = from.leaves.iterator().next();
                    from.leaves.remove(leaf);
                    work.find(Node.class, 9L).leaves.add(leaf);
                }))
                .contains("update leaves x1")
                .noneMatch(statement -> statement.startsWith("delete") || statement.startsWith("insert"));
        assertThat(world.rows("SELECT node_id FROM leaves ORDER BY node_id")).containsExactly("4", "9");
    }

    @Test
    void a_child_moves_to_a_new_parent_before_its_old_one_is_removed() {
        world.units().inTransaction(work -> {
            Node from = work.find(Node.class, 4L);
            Node to = new Node();
            to.leaves.addAll(from.leaves);
            work.persist(to);
            work.remove(from);
        });
        assertThat(world.rows("SELECT count(*) FROM leaves WHERE node_id >= 100"))
                .containsExactly("2");
        assertThat(world.rows("SELECT count(*) FROM nodes WHERE id = 4")).containsExactly("0");
    }

    @Test
    void the_keys_of_the_children_of_a_removed_parent_become_null_in_one_statement() {
        world.execute("UPDATE birds SET node_id = 9");
        assertThat(world.sentBy(work -> work.remove(work.find(Node.class, 9L))))
                .containsSubsequence("update birds x2", "delete nodes x1");
        assertThat(world.rows("SELECT id, name, node_id FROM birds ORDER BY id"))
                .containsExactly("1,b1,null", "2,b2,null");
    }

    @Test
    void a_key_that_must_not_be_null_fails_in_the_database() {
        try (UnitOfWork work = world.units().begin()) {
            work.persist(new Leaf());
            assertThatThrownBy(work::flush).isInstanceOf(IntegrityViolationException.class);
        } catch (IntegrityViolationException atPersist) {
            // An identity column gives its id by the INSERT, which Hibernate sends at once.
            assertThat(atPersist.kind()).isEqualTo(IntegrityViolationException.Kind.NOT_NULL);
        }
    }

    @Test
    void callbacks_are_called_once() {
        world.units().inTransaction(work -> {
            Bird bird = new Bird(7);
            work.persist(bird);
            work.flush();
            work.remove(bird);
        });
        assertThat(Bird.CALLS).containsExactly("persist 7", "remove 7");
    }

    @Test
    void a_deep_tree_is_data_and_not_a_stack() {
        List<String> rows = new ArrayList<>();
        for (int id = 1001; id <= 4000; id++) rows.add("(%d, %s)".formatted(id, id == 1001 ? "NULL" : id - 1));
        world.execute("INSERT INTO nodes VALUES " + String.join(",", rows));
        world.units().inTransaction(work -> work.remove(work.find(Node.class, 1001L)));
        assertThat(world.rows("SELECT count(*) FROM nodes WHERE id > 1000")).containsExactly("0");
    }
}
