package io.github.cascadecontract.hibernate;

import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.FetchType.LAZY;

import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders with composite, derived and UUID ids. */
final class Shop {
    static final UUID FIRST = new UUID(0, 1);
    static final UUID SECOND = new UUID(0, 2);

    static final String[] TABLES = {
        "CREATE TABLE customers (id uuid PRIMARY KEY, name text)",
        "CREATE TABLE orders (shop int4, number int4, customer_id uuid REFERENCES customers, PRIMARY KEY (shop, number))",
        "CREATE TABLE lines (shop int4, number int4, position int4, product text, PRIMARY KEY (shop, number, position), FOREIGN KEY (shop, number) REFERENCES orders)",
        "CREATE TABLE notes (id int8 PRIMARY KEY, order_shop int4, order_number int4, FOREIGN KEY (order_shop, order_number) REFERENCES orders)",
        "CREATE TABLE passports (customer_id uuid PRIMARY KEY REFERENCES customers, country text)",
        "CREATE TABLE coupons (code text PRIMARY KEY)",
        "CREATE TABLE order_coupons (shop int4, number int4, code text REFERENCES coupons, PRIMARY KEY (shop, number, code), FOREIGN KEY (shop, number) REFERENCES orders)",
        "INSERT INTO customers VALUES ('" + FIRST + "', 'one'), ('" + SECOND + "', 'two')",
        "INSERT INTO orders VALUES (1, 1, '" + FIRST + "'), (1, 2, '" + FIRST + "'), (2, 1, '" + SECOND + "')",
        "INSERT INTO lines VALUES (1, 1, 1, 'tea'), (1, 1, 2, 'milk'), (2, 1, 1, 'salt')",
        "INSERT INTO notes VALUES (1, 1, 1), (2, NULL, NULL)",
        "INSERT INTO passports VALUES ('" + FIRST + "', 'A')",
        "INSERT INTO coupons VALUES ('x'), ('y')",
        "INSERT INTO order_coupons VALUES (1, 1, 'x')"
    };

    private Shop() {}

    static World world() {
        return World.of(
                CascadeContract.of(Customer.class, Order.class, Line.class, Note.class, Passport.class, Coupon.class),
                TABLES);
    }

    @Entity(name = "Customer")
    @Table(name = "customers")
    static class Customer {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        @Nullable
        UUID id;

        @Nullable
        String name;

        @OneToMany(mappedBy = "customer", cascade = ALL, orphanRemoval = true)
        Set<Order> orders = new HashSet<>();

        @OneToOne(mappedBy = "customer", cascade = ALL, orphanRemoval = true)
        @Nullable
        Passport passport;
    }

    @Embeddable
    static class OrderId implements Serializable {
        private static final long serialVersionUID = 1L;

        int shop;

        int number;

        OrderId() {}

        OrderId(int shop, int number) {
            this.shop = shop;
            this.number = number;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OrderId id && id.shop == shop && id.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(shop, number);
        }
    }

    @Entity(name = "Order")
    @Table(name = "orders")
    static class Order {
        @EmbeddedId
        OrderId id;

        @ManyToOne(fetch = LAZY)
        @JoinColumn(name = "customer_id")
        @Nullable
        Customer customer;

        @OneToMany(mappedBy = "order", cascade = ALL, orphanRemoval = true)
        List<Line> lines = new ArrayList<>();

        /** Without a back reference. */
        @OneToMany(cascade = ALL)
        @JoinColumn(name = "order_shop", referencedColumnName = "shop")
        @JoinColumn(name = "order_number", referencedColumnName = "number")
        List<Note> notes = new ArrayList<>();

        @ManyToMany
        @JoinTable(
                name = "order_coupons",
                joinColumns = {
                    @JoinColumn(name = "shop", referencedColumnName = "shop"),
                    @JoinColumn(name = "number", referencedColumnName = "number")
                },
                inverseJoinColumns = @JoinColumn(name = "code"))
        Set<Coupon> coupons = new HashSet<>();

        Order() {}

        Order(int shop, int number) {
            this.id = new OrderId(shop, number);
        }
    }

    /** The class of a line's id. */
    static class LineId implements Serializable {
        private static final long serialVersionUID = 1L;

        OrderId order = new OrderId();

        int position;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof LineId id && id.order.equals(order) && id.position == position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(order, position);
        }
    }

    @Entity(name = "Line")
    @Table(name = "lines")
    @IdClass(LineId.class)
    static class Line {
        @Id
        @ManyToOne(fetch = LAZY)
        @JoinColumn(name = "shop", referencedColumnName = "shop")
        @JoinColumn(name = "number", referencedColumnName = "number")
        @Nullable
        Order order;

        @Id
        int position;

        @Nullable
        String product;

        Line() {}

        Line(Order order, int position) {
            this.order = order;
            this.position = position;
        }
    }

    @Entity(name = "Note")
    @Table(name = "notes")
    static class Note {
        @Id
        Long id;

        Note() {}

        Note(long id) {
            this.id = id;
        }
    }

    @Entity(name = "Passport")
    @Table(name = "passports")
    static class Passport {
        @Id
        @Nullable
        UUID id;

        @MapsId
        @OneToOne(fetch = LAZY)
        @JoinColumn(name = "customer_id")
        @Nullable
        Customer customer;

        @Nullable
        String country;
    }

    @Entity(name = "Coupon")
    @Table(name = "coupons")
    static class Coupon {
        @Id
        String code;
    }
}
