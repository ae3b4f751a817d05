package io.github.cascadecontract.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.error.Refusal;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How collections are ordered and keyed, and what they must not be. */
class CollectionReaderTest {
    private final List<Refusal> problems = new ArrayList<>();

    @Test
    void collections_tell_their_type_their_order_and_their_key() {
        EntityMapping shelf = new MappingReader(problems::add).read(Shelf.class);

        assertThat(problems).isEmpty();
        assertThat(shelf.relations())
                .extracting(RelationMapping::collection)
                .containsExactly(
                        new CollectionMapping(Set.class, null, null, null),
                        new CollectionMapping(List.class, "title DESC", null, null),
                        new CollectionMapping(List.class, "", null, null),
                        new CollectionMapping(List.class, null, "place", null),
                        new CollectionMapping(List.class, null, "counted_ORDER", null),
                        new CollectionMapping(Map.class, null, null, "title"),
                        new CollectionMapping(Map.class, null, null, ""),
                        null);
        assertThat(shelf.otherFeatures()).containsExactly("placed: @OrderColumn", "counted: @OrderColumn");
    }

    @Test
    void arrays_and_maps_with_keys_of_their_own_are_refused() {
        new MappingReader(problems::add).read(Wrong.class);

        assertThat(problems)
                .extracting(problem -> problem.where() + ": " + problem.fact())
                .containsExactly(
                        "Wrong.array: it is an array",
                        "Wrong.byColumn: the keys of its map are in a column of their own, which nobody writes when a child "
                                + "moves",
                        "Wrong.byEntity: the keys of its map are entities of their own, which the contract does not follow",
                        "Wrong.byNothing: the keys of its map are in a column of their own, which nobody writes when a child "
                                + "moves");
        assertThat(problems).allMatch(problem -> problem.remedy().startsWith("Use "));
    }

    @Test
    void a_relation_that_an_embeddable_hides_is_refused() {
        new MappingReader(problems::add).read(Hiding.class);

        assertThat(problems).extracting(Refusal::where).containsExactly("Place.shelf");
    }

    @Entity(name = "Book")
    static class Book {
        @Id
        Integer id;

        String title;

        @ManyToOne
        Shelf shelf;
    }

    @Entity(name = "Shelf")
    static class Shelf {
        @Id
        Integer id;

        @OneToMany(mappedBy = "shelf")
        Set<Book> set;

        @OneToMany(mappedBy = "shelf")
        @OrderBy("title DESC")
        List<Book> ordered;

        @OneToMany(mappedBy = "shelf")
        @OrderBy
        List<Book> byId;

        @OneToMany(mappedBy = "shelf")
        @OrderColumn(name = "place")
        List<Book> placed;

        @OneToMany(mappedBy = "shelf")
        @OrderColumn
        List<Book> counted;

        @OneToMany(mappedBy = "shelf")
        @MapKey(name = "title")
        Map<String, Book> byTitle;

        @OneToMany(mappedBy = "shelf")
        @MapKey
        Map<Integer, Book> byNumber;

        @ManyToOne
        Book favourite;
    }

    @Entity(name = "Wrong")
    static class Wrong {
        @Id
        Integer id;

        @OneToMany(mappedBy = "shelf")
        Book[] array;

        @OneToMany(mappedBy = "shelf")
        @MapKeyColumn(name = "k")
        Map<String, Book> byColumn;

        @OneToMany(mappedBy = "shelf")
        @MapKeyJoinColumn(name = "k")
        Map<Shelf, Book> byEntity;

        @OneToMany(mappedBy = "shelf")
        Map<String, Book> byNothing;
    }

    @Embeddable
    @Access(AccessType.PROPERTY)
    static class Place {
        @ManyToOne
        Shelf shelf;

        String getName() {
            return "";
        }

        void setName(String name) {}
    }

    @Entity(name = "Hiding")
    static class Hiding {
        @Id
        Integer id;

        Place place;
    }
}
