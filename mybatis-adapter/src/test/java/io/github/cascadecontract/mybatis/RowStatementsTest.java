package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.RowsBelow;
import io.github.cascadecontract.plan.RowsBelow.Operation;
import io.github.cascadecontract.spi.RowStatements;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statements that adapters share, over ids of one and of several columns, on a database. */
class RowStatementsTest {
    private static final String DDL = """
            CREATE TABLE shop (country text, number int, PRIMARY KEY (country, number));
            CREATE TABLE customer (id bigint PRIMARY KEY, shop_country text, shop_number int,
                FOREIGN KEY (shop_country, shop_number) REFERENCES shop);
            CREATE TABLE purchase (customer_id bigint REFERENCES customer, line int, PRIMARY KEY (customer_id, line));
            CREATE TABLE tag (id uuid PRIMARY KEY);
            CREATE TABLE purchase_tag (p_customer bigint, p_line int, tag_id uuid REFERENCES tag,
                FOREIGN KEY (p_customer, p_line) REFERENCES purchase);
            CREATE TABLE animal (id int PRIMARY KEY, dtype text, keeper_id bigint REFERENCES customer);
            CREATE TABLE vehicle (id int PRIMARY KEY, owner_id bigint REFERENCES customer);
            CREATE TABLE truck (id int PRIMARY KEY REFERENCES vehicle);
            INSERT INTO shop VALUES ('be', 1), ('be', 2), ('nl', 1);
            INSERT INTO customer VALUES (1, 'be', 1), (2, 'be', 1), (3, 'nl', 1), (4, NULL, NULL);
            INSERT INTO purchase VALUES (1, 1), (1, 2), (2, 1), (3, 1);
            INSERT INTO tag VALUES ('00000000-0000-0000-0000-000000000001'), ('00000000-0000-0000-0000-000000000002');
            INSERT INTO purchase_tag VALUES (1, 1, '00000000-0000-0000-0000-000000000001'),
                (2, 1, '00000000-0000-0000-0000-000000000001'), (3, 1, '00000000-0000-0000-0000-000000000001');
            INSERT INTO animal VALUES (1, 'Dog', 1), (2, 'Cat', 1), (3, 'Puppy', 1), (4, 'Dog', 2);
            INSERT INTO vehicle VALUES (1, 1), (2, 1), (3, 2);
            INSERT INTO truck VALUES (2), (3);
            """;
    private static final UUID RED = new UUID(0, 1);
    private static final UUID BLUE = new UUID(0, 2);

    private final CascadeContract contract = CascadeContract.of(
            Shop.class,
            Customer.class,
            Purchase.class,
            Tag.class,
            Animal.class,
            Dog.class,
            Puppy.class,
            Cat.class,
            Vehicle.class,
            Truck.class);
    private final Relation customers = relation(Shop.class, "customers");
    private final Relation purchases = relation(Customer.class, "purchases");
    private final Relation tags = relation(Purchase.class, "tags");

    private TestSchema schema;
    private Connection connection;
    private RowStatements statements;

    @BeforeEach
    void begin() throws SQLException {
        schema = new TestSchema(DDL);
        connection = schema.dataSource().getConnection();
        statements = new RowStatements(connection);
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
        schema.close();
    }

    @Test
    void existing_rows_are_found_by_composite_and_by_single_ids() throws SQLException {
        assertThat(statements.existing(
                        model(Shop.class), List.of(shop("be", 1), shop("be", 3), shop("nl", 1), shop("nl", 2))))
                .isEqualTo(Set.of(shop("be", 1), shop("nl", 1)));
        assertThat(statements.existing(model(Customer.class), List.of(1L, 9L))).isEqualTo(Set.of(1L));
        assertThat(statements.existing(model(Tag.class), List.of(RED))).isEqualTo(Set.of(RED));
        assertThat(schema.sent()).hasSize(3);
    }

    @Test
    void parents_and_children_are_told_by_their_rows() throws SQLException {
        assertThat(statements.parentId(customers.key(), 1L)).isEqualTo(shop("be", 1));
        assertThat(statements.parentId(customers.key(), 4L)).isNull();
        assertThat(statements.parentId(customers.key(), 99L)).isNull();
        assertThat(statements.parentId(purchases.key(), purchase(3, 1))).isEqualTo(3L);
        assertThat(statements.childId(customers.key(), shop("be", 1))).isEqualTo(1L);
        assertThat(statements.childId(customers.key(), shop("be", 2))).isNull();
        assertThat(statements.childId(purchases.key(), 1L)).isEqualTo(purchase(1, 1));
    }

    @Test
    void keys_of_several_columns_are_set_and_taken_away() throws SQLException {
        assertThat(statements.setKey(customers.key(), shop("be", 2), List.of(3L, 4L, 99L)))
                .isEqualTo(2);
        assertThat(statements.setKey(customers.key(), null, List.of(1L))).isEqualTo(1);

        assertThat(schema.column("SELECT concat(id, shop_country, shop_number) FROM customer ORDER BY id"))
                .containsExactly("1", "2be1", "3be2", "4be2");
    }

    @Test
    void rows_with_composite_ids_are_deleted_and_what_is_gone_is_no_error() throws SQLException {
        statements.clearLinks(tags, List.of(purchase(1, 1), purchase(3, 1)));

        assertThat(statements.delete(model(Purchase.class), List.of(purchase(1, 1), purchase(3, 1), purchase(3, 2))))
                .isEqualTo(2);
        assertThat(schema.column("SELECT customer_id * 10 + line FROM purchase ORDER BY 1"))
                .containsExactly("12", "21");
        assertThat(schema.column("SELECT p_customer FROM purchase_tag")).containsExactly("2");
    }

    @Test
    void links_that_are_there_are_not_added_again() throws SQLException {
        assertThat(statements.addLinks(tags, purchase(1, 1), List.of(RED, BLUE, BLUE)))
                .isEqualTo(1);
        assertThat(statements.addLinks(tags, purchase(1, 1), List.of(RED, BLUE)))
                .isZero();
        Relation purchasesOfTag = relation(Tag.class, "purchases");
        assertThat(statements.addLinks(purchasesOfTag, BLUE, List.of(purchase(1, 1), purchase(1, 2), purchase(1, 2))))
                .isEqualTo(1);
        assertThat(statements.removeLinks(tags, purchase(1, 1), List.of(RED))).isEqualTo(1);
        assertThat(statements.removeLinks(purchasesOfTag, BLUE, List.of(purchase(1, 1), purchase(3, 1))))
                .isEqualTo(1);

        assertThat(schema.column("SELECT p_customer * 10 + p_line FROM purchase_tag ORDER BY 1"))
                .containsExactly("12", "21", "31");
    }

    @Test
    void rows_below_are_handled_without_reading_them_but_for_those_excluded() throws SQLException {
        RowsBelow links = rows(tags, customers.key(), purchases.key());
        RowsBelow lines = rows(null, customers.key(), purchases.key());
        schema.sent();

        assertThat(statements.handle(links, Operation.DELETE, shop("be", 1), id -> id))
                .isEqualTo(2);
        assertThat(statements.handle(lines, Operation.DELETE, shop("be", 1), id -> id))
                .isEqualTo(3);
        assertThat(statements.handle(rows(null, customers.key()), Operation.SET_NULL, shop("be", 1), id -> id))
                .isEqualTo(2);
        assertThat(schema.sent()).containsExactly("DELETE Purchase_Tag", "DELETE Purchase", "UPDATE Customer");

        assertThat(schema.column("SELECT customer_id FROM purchase")).containsExactly("3");
        assertThat(schema.column("SELECT id FROM customer WHERE shop_country IS NULL ORDER BY id"))
                .containsExactly("1", "2", "4");
    }

    @Test
    void excluded_rows_keep_what_is_below_them() throws SQLException {
        RowsBelow.Level top = new RowsBelow.Level(customers.key(), List.of(2L));
        RowsBelow.Level lines = new RowsBelow.Level(purchases.key(), List.of(purchase(1, 2), "without a row"));
        RowsBelow rows = new RowsBelow(List.of(top, lines), null);

        schema.execute("DELETE FROM purchase_tag");
        assertThat(statements.handle(rows, Operation.DELETE, shop("be", 1), id -> id instanceof String ? null : id))
                .isEqualTo(1);
        assertThat(statements.handle(new RowsBelow(List.of(top), null), Operation.SET_NULL, shop("be", 1), id -> id))
                .isEqualTo(1);
        assertThat(schema.column("SELECT shop_number FROM customer WHERE id = 2"))
                .containsExactly("1");
    }

    @Test
    void a_key_of_a_subclass_in_a_shared_table_means_rows_of_that_class_only() throws SQLException {
        ForeignKey keeper = relation(Customer.class, "dogs").key();

        assertThat(statements.handle(rows(null, keeper), Operation.DELETE, 1L, id -> id))
                .isEqualTo(2);
        assertThat(schema.column("SELECT id FROM animal ORDER BY id")).containsExactly("2", "4");
    }

    @Test
    void rows_in_joined_tables_go_from_all_of_them() throws SQLException {
        ForeignKey owner = relation(Customer.class, "vehicles").key();

        assertThat(statements.existing(model(Truck.class), List.of(1, 2))).isEqualTo(Set.of(2));
        assertThat(statements.handle(rows(null, owner), Operation.DELETE, 1L, id -> id))
                .isEqualTo(2);
        assertThat(schema.column("SELECT id FROM truck")).containsExactly("3");
        assertThat(statements.delete(model(Vehicle.class), List.of(3, 4))).isEqualTo(1);
        assertThat(schema.column("SELECT id FROM truck UNION SELECT id FROM vehicle"))
                .isEmpty();
    }

    private static RowsBelow rows(Relation links, ForeignKey... keys) {
        return new RowsBelow(
                Arrays.stream(keys)
                        .map(key -> new RowsBelow.Level(key, List.of()))
                        .toList(),
                links);
    }

    private EntityModel model(Class<?> type) {
        return contract.entity(type);
    }

    private Relation relation(Class<?> type, String attribute) {
        return contract.entity(type).relation(attribute).orElseThrow();
    }

    private static ShopId shop(String country, int number) {
        return new ShopId(country, number);
    }

    private static PurchaseId purchase(long customer, int line) {
        return new PurchaseId(customer, line);
    }

    @Embeddable
    record ShopId(String country, int number) {}

    @Entity(name = "Shop")
    static class Shop {
        @EmbeddedId
        ShopId id;

        @OneToMany(mappedBy = "shop")
        List<Customer> customers;
    }

    @Entity(name = "Customer")
    static class Customer {
        @Id
        Long id;

        @ManyToOne
        Shop shop;

        @OneToMany
        @JoinColumn(name = "customer_id")
        List<Purchase> purchases;

        @OneToMany(mappedBy = "keeper")
        List<Dog> dogs;

        @OneToMany(mappedBy = "owner")
        List<Vehicle> vehicles;
    }

    @Embeddable
    record PurchaseId(@Column(name = "customer_id") long customer, int line) {}

    @Entity(name = "Purchase")
    static class Purchase {
        @EmbeddedId
        PurchaseId id;

        @ManyToMany
        @JoinTable(
                joinColumns = {
                    @JoinColumn(name = "p_customer", referencedColumnName = "customer_id"),
                    @JoinColumn(name = "p_line", referencedColumnName = "line")
                },
                inverseJoinColumns = @JoinColumn(name = "tag_id"))
        Set<Tag> tags;
    }

    @Entity(name = "Tag")
    static class Tag {
        @Id
        UUID id;

        @ManyToMany(mappedBy = "tags")
        Set<Purchase> purchases;
    }

    @Entity(name = "Animal")
    abstract static class Animal {
        @Id
        Integer id;
    }

    @Entity(name = "Dog")
    static class Dog extends Animal {
        @ManyToOne
        Customer keeper;
    }

    @Entity(name = "Puppy")
    static class Puppy extends Dog {}

    @Entity(name = "Cat")
    static class Cat extends Animal {
        @ManyToOne
        Customer keeper;
    }

    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Vehicle {
        @Id
        Integer id;

        @ManyToOne
        Customer owner;
    }

    @Entity(name = "Truck")
    static class Truck extends Vehicle {}
}
