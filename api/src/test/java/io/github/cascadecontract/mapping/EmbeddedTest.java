package io.github.cascadecontract.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.error.Refusal;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Embeddables are flattened, and all values are told. */
class EmbeddedTest {
    private final List<Refusal> problems = new ArrayList<>();
    private final EntityMapping person = new MappingReader(problems::add).read(Person.class);

    @Test
    void attributes_of_embeddables_are_basic_attributes_with_a_path() {
        assertThat(problems).isEmpty();
        assertThat(person.basics())
                .extracting(basic -> basic.attribute().name() + " " + basic.column())
                .containsExactly(
                        "made made_at",
                        "home.city city",
                        "home.position.x home_x",
                        "home.position.y y",
                        "work.city work_city",
                        "work.position.x work_x",
                        "work.position.y y",
                        "mood mood",
                        "picture picture",
                        "text text",
                        "secret secret");
    }

    @Test
    void relations_of_embeddables_are_relations_with_a_path() {
        assertThat(person.relations())
                .extracting(relation -> relation.attribute().name() + " "
                        + relation.joinColumns().columns())
                .containsExactly("owner [owned_by]", "home.country [country_id]", "work.country [work_country]");
    }

    @Test
    void reading_is_safe_without_an_embeddable_and_writing_makes_one() {
        Person someone = new Person();
        Attribute city = attribute("home.city");
        Attribute x = attribute("home.position.x");

        assertThat(city.get(someone)).isNull();
        assertThat(x.get(someone)).isNull();
        city.set(someone, null);
        assertThat(someone.home).isNull();
        city.set(someone, "Ghent");
        assertThat(someone.home.city).isEqualTo("Ghent");
        assertThat(someone.home.position).isNull();
        assertThat(city.get(someone)).isEqualTo("Ghent");
    }

    @Test
    void a_record_is_replaced_by_a_changed_copy() {
        Person someone = new Person();
        attribute("home.position.x").set(someone, 1);
        Position first = someone.home.position;
        attribute("home.position.y").set(someone, 2);

        assertThat(first).isEqualTo(new Position(1, 0));
        assertThat(someone.home.position).isEqualTo(new Position(1, 2));
        attribute("home.position.y").set(someone, null);
        assertThat(someone.home.position).isEqualTo(new Position(1, 0));
    }

    @Test
    void values_are_all_attributes_that_are_neither_id_nor_version_nor_relation() {
        assertThat(person.values())
                .extracting(Attribute::name)
                .containsExactly(
                        "made",
                        "home.city",
                        "home.position.x",
                        "home.position.y",
                        "work.city",
                        "work.position.x",
                        "work.position.y",
                        "mood",
                        "picture",
                        "text",
                        "secret",
                        "words",
                        "places");
    }

    @Test
    void element_collections_have_their_own_table() {
        ElementCollectionMapping words = person.elementCollections().get(0);
        ElementCollectionMapping places = person.elementCollections().get(1);

        assertThat(words.table()).isEqualTo(new TableName(null, "Person_words"));
        assertThat(words.keyColumns()).containsExactly("Person_id");
        assertThat(words.elementType()).isEqualTo(String.class);
        assertThat(words.elements()).containsExactly(new ElementCollectionMapping.Element(null, "word"));
        assertThat(words.orderColumn()).isEqualTo("words_ORDER");
        assertThat(places.table()).isEqualTo(new TableName("geo", "places"));
        assertThat(places.keyColumns()).containsExactly("person");
        assertThat(places.elements())
                .extracting(ElementCollectionMapping.Element::column)
                .containsExactly("place_x", "y");
        assertThat(places.elements().get(1).attribute().get(new Position(1, 2))).isEqualTo(2);
    }

    @Test
    void what_needs_more_than_a_column_is_named() {
        assertThat(person.otherFeatures())
                .containsExactly(
                        "text: @Lob",
                        "secret: @Convert",
                        "words: @ElementCollection",
                        "words: @OrderColumn",
                        "places: @ElementCollection");
    }

    @Test
    void a_relation_in_an_element_collection_is_refused() {
        new MappingReader(problems::add).read(Traveller.class);

        assertThat(problems)
                .extracting(Refusal::message)
                .containsExactly("Traveller.homes.country: a relation inside an element collection has no entity that "
                        + "owns it (DEC-5). Make the element an entity, or keep the id as a value.");
    }

    @Test
    void an_embeddable_that_holds_itself_does_not_run_in_a_circle() {
        EntityMapping mapping = new MappingReader(problems::add).read(Endless.class);

        assertThat(mapping.basics())
                .extracting(basic -> basic.attribute().name())
                .containsExactly("node.name", "node.next");
    }

    private Attribute attribute(String name) {
        return person.values().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Entity(name = "Country")
    static class Country {
        @Id
        Integer id;
    }

    @Embeddable
    record Position(int x, int y) {}

    @Embeddable
    static class Address {
        String city;

        @AttributeOverride(name = "x", column = @Column(name = "home_x"))
        Position position;

        @ManyToOne
        Country country;
    }

    enum Mood {
        GOOD
    }

    @MappedSuperclass
    static class Base {
        Instant made;

        @ManyToOne
        Country owner;
    }

    @Entity(name = "Person")
    @AttributeOverride(name = "made", column = @Column(name = "made_at"))
    @AttributeOverride(name = "work.city", column = @Column(name = "work_city"))
    @AssociationOverride(name = "owner", joinColumns = @JoinColumn(name = "owned_by"))
    static class Person extends Base {
        @Id
        Integer id;

        @Embedded
        Address home;

        @AttributeOverride(name = "city", column = @Column(name = "not_this_one"))
        @AttributeOverride(name = "position.x", column = @Column(name = "work_x"))
        @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "work_country"))
        Address work;

        @Enumerated(EnumType.STRING)
        Mood mood;

        byte[] picture;

        @Lob
        String text;

        @Convert(disableConversion = true)
        String secret;

        @ElementCollection
        @Column(name = "word")
        @OrderColumn
        List<String> words;

        @ElementCollection
        @CollectionTable(name = "places", schema = "geo", joinColumns = @JoinColumn(name = "person"))
        @AttributeOverride(name = "x", column = @Column(name = "place_x"))
        Set<Position> places;
    }

    @Entity(name = "Traveller")
    static class Traveller {
        @Id
        Integer id;

        @ElementCollection
        List<Address> homes;
    }

    @Embeddable
    static class Node {
        String name;
        Node next;
    }

    @Entity(name = "Endless")
    static class Endless {
        @Id
        Integer id;

        Node node;
    }
}
