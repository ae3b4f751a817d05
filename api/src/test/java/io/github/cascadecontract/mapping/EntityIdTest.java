package io.github.cascadecontract.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.error.Refusal;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ids of one and of several columns, of their own and derived, and the objects that stand for them. */
class EntityIdTest {
    private final List<Refusal> problems = new ArrayList<>();

    @Test
    void a_single_id_is_its_own_object() {
        EntityId id = read(Order.class).identity();

        assertThat(id.isBasic()).isTrue();
        assertThat(id.type()).isEqualTo(Long.class);
        assertThat(id.of(List.of(7L))).isEqualTo(7L);
        assertThat(id.valuesOf(7L)).containsExactly(7L);
        assertThat(id.columnTypes()).containsExactly(Long.class);
        Order order = new Order();
        assertThat(id.idOf(order)).isNull();
        order.id = 7;
        assertThat(id.idOf(order)).isEqualTo(7L);
    }

    @Test
    void zero_is_an_id_that_the_application_may_assign() {
        assertThat(read(Assigned.class).identity().idOf(new Assigned())).isEqualTo(0L);
    }

    @Test
    void an_embedded_id_has_a_column_for_each_attribute() {
        EntityMapping mapping = read(Item.class);

        assertThat(mapping.id()).isNull();
        assertThat(mapping.ids()).extracting(IdMapping::column).containsExactly("order_id", "item_line");
        assertThat(mapping.ids()).extracting(id -> id.attribute().name()).containsExactly("key.order", "key.line");
        assertThat(mapping.idColumns()).containsExactly("order_id", "item_line");
        assertThat(mapping.basics()).isEmpty();
        assertThat(mapping.otherFeatures()).isEmpty();
    }

    @Test
    void an_embedded_id_is_read_from_the_entity_and_made_of_values() {
        EntityId id = read(Item.class).identity();
        Item item = new Item();

        assertThat(id.idOf(item)).isNull();
        item.key = (ItemKey) id.of(List.of(3L, 4));
        assertThat(item.key.order).isEqualTo(3L);
        assertThat(item.key.line).isEqualTo(4);
        assertThat(id.idOf(item)).isSameAs(item.key);
        assertThat(id.valuesOf(item.key)).containsExactly(3L, 4);
        assertThat(id.columnTypes()).containsExactly(Long.class, Integer.class);
        assertThat(id).hasToString("ItemKey[order_id, item_line]");
    }

    @Test
    void an_id_lacks_if_a_part_of_it_does() {
        EntityId id = read(Item.class).identity();
        Item item = new Item();
        item.key = new ItemKey();
        item.key.line = 1;

        assertThat(id.idOf(item)).isNull();
        assertThatThrownBy(() -> id.valuesOf(item.key)).hasMessage("order_id of an id is null");
        assertThatThrownBy(() -> id.valuesOf("text")).hasMessageContaining("is not an id of type");
        assertThatThrownBy(() -> id.of(List.of(1L))).hasMessage("1 values for ItemKey[order_id, item_line]");
    }

    @Test
    void an_id_class_is_filled_from_the_attributes_of_the_entity() {
        EntityMapping mapping = read(Seat.class);
        Seat seat = new Seat();
        seat.room = "A";
        seat.number = 5;

        assertThat(mapping.ids()).extracting(IdMapping::column).containsExactly("room_name", "number");
        assertThat(mapping.identity().idOf(seat)).isEqualTo(new SeatKey("A", 5));
        assertThat(mapping.identity().valuesOf(new SeatKey("B", 6))).containsExactly("B", 6);
        assertThat(mapping.identity().of(List.of("C", 7))).isEqualTo(new SeatKey("C", 7));
        assertThat(mapping.basics()).isEmpty();
    }

    @Test
    void keys_to_composite_ids_are_told_in_the_order_of_the_id() {
        RelationMapping seat = relation(Ticket.class, "seat");
        RelationMapping byDefault = relation(Ticket.class, "reserve");

        assertThat(seat.joinColumns())
                .isEqualTo(new JoinColumns(
                        List.of("seat_room", "seat_number"), List.of("room_name", "number"), true, false));
        assertThat(byDefault.joinColumns().columns()).containsExactly("reserve_room_name", "reserve_number");
        assertThat(relation(Seat.class, "tickets").joinColumns().columns()).containsExactly("t_room", "t_number");
    }

    @Test
    void maps_id_gives_a_part_of_an_embedded_id_the_column_of_the_key() {
        EntityMapping mapping = read(Note.class);
        RelationMapping item = relation(Note.class, "item");

        assertThat(mapping.ids()).extracting(IdMapping::column).containsExactly("o", "l", "position");
        assertThat(mapping.ids())
                .extracting(id -> id.attribute().name())
                .containsExactly("key.item.order", "key.item.line", "key.position");
        assertThat(item.joinColumns().columns()).containsExactly("o", "l");
        assertThat(item.joinColumns().nullable()).isFalse();
        assertThat(item.isPartOfId()).isTrue();
        assertThat(mapping.otherFeatures()).containsExactly("item: @MapsId");
        NoteKey key = (NoteKey) mapping.identity().of(List.of(1L, 2, 3));
        assertThat(key.item().line).isEqualTo(2);
        assertThat(mapping.identity().valuesOf(key)).containsExactly(1L, 2, 3);
    }

    @Test
    void maps_id_without_a_name_gives_the_whole_id() {
        EntityMapping mapping = read(Invoice.class);

        assertThat(mapping.id().column()).isEqualTo("order_id");
        assertThat(mapping.id().attribute().name()).isEqualTo("id");
        assertThat(relation(Invoice.class, "order").isPartOfId()).isTrue();
        assertThat(relation(Ticket.class, "seat").isPartOfId()).isFalse();
    }

    @Test
    void a_relation_may_be_the_id_itself() {
        EntityMapping mapping = read(Receipt.class);
        Receipt receipt = new Receipt();

        assertThat(mapping.id()).isNull();
        assertThat(mapping.ids()).extracting(IdMapping::column).containsExactly("order_id");
        assertThat(mapping.identity().type()).isEqualTo(Long.class);
        assertThat(mapping.identity().idOf(receipt)).isNull();
        receipt.order = new Order();
        receipt.order.id = 9;
        assertThat(mapping.identity().idOf(receipt)).isEqualTo(9L);
        assertThat(mapping.identity().valuesOf(9L)).containsExactly(9L);
        assertThat(mapping.otherFeatures()).containsExactly("order: @Id on a relation");
        assertThatThrownBy(() -> mapping.ids().get(0).attribute().set(receipt, 1L))
                .hasMessageContaining("set order instead");
    }

    @Test
    void a_relation_may_be_a_part_of_an_id_class() {
        EntityMapping mapping = read(Part.class);
        Part part = new Part();
        part.position = 2;
        part.item = new Item();
        part.item.key = (ItemKey) read(Item.class).identity().of(List.of(8L, 9));

        assertThat(mapping.ids())
                .extracting(IdMapping::column)
                .containsExactly("item_order_id", "item_item_line", "position");
        PartKey key = (PartKey) mapping.identity().idOf(part);
        assertThat(key.item.order).isEqualTo(8L);
        assertThat(key.position).isEqualTo(2);
        assertThat(mapping.identity().valuesOf(key)).containsExactly(8L, 9, 2);
    }

    @Test
    void a_one_to_one_may_use_the_primary_key() {
        RelationMapping order = relation(Twin.class, "order");

        assertThat(order.joinColumns().columns()).containsExactly("id");
        assertThat(order.isPartOfId()).isTrue();
    }

    @Test
    void a_key_over_columns_of_the_id_is_a_part_of_it() {
        RelationMapping room = relation(Booking.class, "seat");

        assertThat(room.isPartOfId()).isTrue();
        assertThat(room.joinColumns().nullable()).isFalse();
    }

    @Test
    void uuids_are_ids_like_others() {
        EntityMapping mapping = read(Token.class);

        assertThat(mapping.identity().type()).isEqualTo(UUID.class);
        assertThat(mapping.id().generation()).isEqualTo(IdGeneration.UUID);
    }

    @Test
    void ids_and_keys_that_do_not_fit_are_problems() {
        new MappingReader(problems::add).read(Unclear.class);
        new MappingReader(problems::add).read(NoClass.class);
        new MappingReader(problems::add).read(OtherClass.class);
        new MappingReader(problems::add).read(Circle.class);

        assertThat(problems)
                .extracting(Refusal::message)
                .containsExactly(
                        "Unclear.tooFew: its key has 1 column(s), the id of Seat has 2 (DEC-5). "
                                + "Give one @JoinColumn with referencedColumnName for each id column.",
                        "Unclear.unordered: its key does not tell which column refers to which of [room_name, number] "
                                + "(DEC-5). Give one @JoinColumn with referencedColumnName for each id column.",
                        "Unclear.noId: its key refers to column colour of Seat, which is not in the id (DEC-5). "
                                + "Give one @JoinColumn with referencedColumnName for each id column.",
                        "NoClass: it has several @Id attributes and no id class (DEC-5). Add @IdClass, or use @EmbeddedId.",
                        "OtherClass: its id class %s has no attribute 'number' (DEC-5). Give both the same attributes."
                                .formatted(Wrong.class.getName()),
                        "Circle: its id is derived from itself over [Circle] (DEC-5). Give one of them an id.");
    }

    private EntityMapping read(Class<?> type) {
        EntityMapping mapping = new MappingReader(problems::add).read(type);
        assertThat(problems).isEmpty();
        return mapping;
    }

    private RelationMapping relation(Class<?> type, String attribute) {
        return read(type).relations().stream()
                .filter(relation -> relation.attribute().name().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    @Entity(name = "Order")
    static class Order {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;
    }

    @Entity(name = "Assigned")
    static class Assigned {
        @Id
        long id;
    }

    @Embeddable
    static class ItemKey {
        @Column(name = "order_id")
        Long order;

        Integer line;
    }

    @Entity(name = "Item")
    static class Item {
        @EmbeddedId
        @AttributeOverride(name = "line", column = @Column(name = "item_line"))
        ItemKey key;
    }

    record SeatKey(String room, int number) {}

    @Entity(name = "Seat")
    @IdClass(SeatKey.class)
    static class Seat {
        @Id
        @Column(name = "room_name")
        String room;

        @Id
        int number;

        @OneToMany
        @JoinColumn(name = "t_number", referencedColumnName = "number")
        @JoinColumn(name = "t_room", referencedColumnName = "ROOM_NAME")
        List<Ticket> tickets;
    }

    @Entity(name = "Ticket")
    static class Ticket {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "seat_number", referencedColumnName = "number")
        @JoinColumn(name = "seat_room", referencedColumnName = "room_name")
        Seat seat;

        @ManyToOne
        Seat reserve;
    }

    @Embeddable
    record NoteKey(ItemKey item, int position) {}

    @Entity(name = "Note")
    static class Note {
        @EmbeddedId
        NoteKey key;

        @MapsId("item")
        @ManyToOne
        @JoinColumn(name = "l", referencedColumnName = "item_line")
        @JoinColumn(name = "o", referencedColumnName = "order_id")
        Item item;
    }

    @Entity(name = "Invoice")
    static class Invoice {
        @Id
        Long id;

        @MapsId
        @OneToOne
        Order order;
    }

    @Entity(name = "Receipt")
    static class Receipt {
        @Id
        @OneToOne
        Order order;
    }

    static class PartKey {
        ItemKey item;
        int position;
    }

    @Entity(name = "Part")
    @IdClass(PartKey.class)
    static class Part {
        @Id
        @ManyToOne
        Item item;

        @Id
        int position;
    }

    @Entity(name = "Twin")
    static class Twin {
        @Id
        Long id;

        @OneToOne
        @PrimaryKeyJoinColumn
        Order order;
    }

    @Entity(name = "Booking")
    @IdClass(SeatKey.class)
    static class Booking {
        @Id
        String room;

        @Id
        int number;

        @ManyToOne
        @JoinColumn(name = "room", referencedColumnName = "room_name", insertable = false, updatable = false)
        @JoinColumn(name = "number", referencedColumnName = "number", insertable = false, updatable = false)
        Seat seat;
    }

    @Entity(name = "Token")
    static class Token {
        @Id
        @GeneratedValue
        UUID id;
    }

    @Entity(name = "Unclear")
    static class Unclear {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "seat")
        Seat tooFew;

        @ManyToOne
        @JoinColumn(name = "one")
        @JoinColumn(name = "two")
        Seat unordered;

        @ManyToOne
        @JoinColumn(name = "one", referencedColumnName = "colour")
        Seat noId;
    }

    @Entity(name = "NoClass")
    static class NoClass {
        @Id
        Long one;

        @Id
        Long two;
    }

    static class Wrong {
        String room;
    }

    @Entity(name = "OtherClass")
    @IdClass(Wrong.class)
    static class OtherClass {
        @Id
        String room;

        @Id
        int number;
    }

    @Entity(name = "Circle")
    static class Circle {
        @Id
        @OneToOne
        Circle other;
    }
}
