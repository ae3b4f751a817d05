package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.hibernate.Shop.Coupon;
import io.github.cascadecontract.hibernate.Shop.Customer;
import io.github.cascadecontract.hibernate.Shop.Line;
import io.github.cascadecontract.hibernate.Shop.Note;
import io.github.cascadecontract.hibernate.Shop.Order;
import io.github.cascadecontract.hibernate.Shop.OrderId;
import io.github.cascadecontract.hibernate.Shop.Passport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompositeIdTest {
    private final World world = Shop.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_whole_tree_is_removed() {
        world.execute("DELETE FROM order_coupons");
        world.units().inTransaction(work -> work.remove(work.find(Customer.class, Shop.FIRST)));
        assertThat(world.rows("SELECT name FROM customers")).containsExactly("two");
        assertThat(world.rows("SELECT shop, number FROM orders")).containsExactly("2,1");
        assertThat(world.rows("SELECT product FROM lines")).containsExactly("salt");
        assertThat(world.rows("SELECT customer_id FROM passports")).isEmpty();
        assertThat(world.rows("SELECT order_shop FROM notes ORDER BY id")).containsExactly("null");
    }

    @Test
    void a_new_tree_is_persisted_over_its_relations() {
        world.units().inTransaction(work -> {
            Customer customer = new Customer();
            customer.name = "three";
            Order order = new Order(3, 1);
            customer.orders.add(order);
            order.lines.add(new Line(order, 1));
            order.notes.add(new Note(9));
            Passport passport = new Passport();
            passport.country = "C";
            passport.customer = customer;
            customer.passport = passport;
            work.persist(customer);
        });
        assertThat(world.rows("SELECT count(*) FROM orders JOIN customers ON customer_id = id WHERE name = 'three'"))
                .containsExactly("1");
        assertThat(world.rows("SELECT position FROM lines WHERE shop = 3")).containsExactly("1");
        assertThat(world.rows("SELECT order_shop, order_number FROM notes WHERE id = 9"))
                .containsExactly("3,1");
        assertThat(world.rows(
                        "SELECT country FROM passports p JOIN customers c ON customer_id = c.id WHERE name = 'three'"))
                .containsExactly("C");
    }

    @Test
    void children_move_over_a_key_of_two_columns() {
        world.units().inTransaction(work -> {
            Order from = work.find(Order.class, new OrderId(1, 1));
            work.find(Order.class, new OrderId(1, 2)).notes.add(from.notes.remove(0));
            work.find(Customer.class, Shop.SECOND).orders.add(from);
        });
        assertThat(world.rows("SELECT order_number FROM notes WHERE id = 1")).containsExactly("2");
        assertThat(world.rows("SELECT count(*) FROM orders WHERE customer_id = '" + Shop.SECOND + "'"))
                .containsExactly("2");
    }

    @Test
    void an_orphan_whose_parent_is_a_part_of_its_id_is_deleted() {
        world.units()
                .inTransaction(
                        work -> work.find(Order.class, new OrderId(1, 1)).lines.removeIf(line -> line.position == 1));
        assertThat(world.rows("SELECT product FROM lines ORDER BY product")).containsExactly("milk", "salt");
    }

    @Test
    void links_are_written_for_a_key_of_two_columns() {
        world.units().inTransaction(work -> {
            Order order = work.find(Order.class, new OrderId(1, 1));
            order.coupons.clear();
            order.coupons.add(work.find(Coupon.class, "y"));
            work.find(Order.class, new OrderId(2, 1)).coupons.add(work.find(Coupon.class, "y"));
        });
        assertThat(world.rows("SELECT shop, number, code FROM order_coupons ORDER BY 1"))
                .containsExactly("1,1,y", "2,1,y");
    }

    @Test
    void a_derived_one_to_one_is_replaced() {
        world.units().inTransaction(work -> {
            Customer customer = work.find(Customer.class, Shop.SECOND);
            customer.passport = new Passport();
            customer.passport.country = "B";
            customer.passport.customer = customer;
            work.find(Customer.class, Shop.FIRST).passport = null;
        });
        assertThat(world.rows("SELECT customer_id, country FROM passports")).containsExactly(Shop.SECOND + ",B");
    }

    @Test
    void a_given_graph_is_matched_by_composite_ids() {
        Order given = new Order(1, 1);
        Line tea = new Line(given, 1);
        tea.product = "coffee";
        Line sugar = new Line(given, 3);
        sugar.product = "sugar";
        given.lines.add(tea);
        given.lines.add(sugar);
        given.notes = null;
        given.coupons = null;
        world.units().inTransaction(work -> {
            given.customer = work.find(Customer.class, Shop.FIRST);
            work.merge(given);
        });
        assertThat(world.rows("SELECT position, product FROM lines WHERE shop = 1 ORDER BY 1"))
                .containsExactly("1,coffee", "3,sugar");
    }

    @Test
    void managed_entities_whose_rows_the_database_removed_are_told_by_composite_ids() {
        world.execute(
                "ALTER TABLE lines DROP CONSTRAINT lines_shop_number_fkey",
                "ALTER TABLE lines ADD FOREIGN KEY (shop, number) REFERENCES orders ON DELETE CASCADE");
        world.units().inTransaction(work -> {
            Order order = work.find(Order.class, new OrderId(2, 1));
            work.refresh(order);
            work.detach(order);
            assertThat(work.contains(order)).isFalse();
            Order again = work.find(Order.class, new OrderId(2, 1));
            assertThat(again.lines).hasSize(1);
        });
    }
}
