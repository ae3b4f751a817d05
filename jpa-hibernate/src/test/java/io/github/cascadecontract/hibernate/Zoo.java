package io.github.cascadecontract.hibernate;

import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.FetchType.LAZY;

import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keepers with values of all kinds and collections of all kinds; animals in joined tables, toys in a single one. */
final class Zoo {
    static final String[] TABLES = {
        "CREATE TABLE zones (id int8 PRIMARY KEY)",
        "CREATE TABLE keepers (id int8 PRIMARY KEY, rank text, born date, seen timestamptz, photo bytea, nick text, street text, zone_id int8 REFERENCES zones)",
        "CREATE TABLE keeper_phones (keeper_id int8 REFERENCES keepers, phone text)",
        "CREATE TABLE animals (id int8 PRIMARY KEY, name text, keeper_id int8 REFERENCES keepers, place int4, DTYPE text)",
        "CREATE TABLE birds (animal_id int8 PRIMARY KEY REFERENCES animals, wings int4)",
        "CREATE TABLE cats (animal_id int8 PRIMARY KEY REFERENCES animals, friend_id int8 REFERENCES animals)",
        "CREATE TABLE toys (id int8 PRIMARY KEY, DTYPE text, keeper_id int8 REFERENCES keepers, cat_id int8 REFERENCES cats, size int4)",
        "INSERT INTO zones VALUES (1), (2)",
        "INSERT INTO keepers VALUES (1, 'HEAD', '2000-01-02', '2020-01-01T00:00:00Z', '\\x01', 'abc', 'first', 1), (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
        "INSERT INTO keeper_phones VALUES (1, '11'), (1, '12')",
        "INSERT INTO animals VALUES (1, 'b', 1, 0, 'Bird'), (2, 'a', 1, 1, 'Cat'), (3, 'c', 2, 0, 'Cat')",
        "INSERT INTO birds VALUES (1, 2)",
        "INSERT INTO cats VALUES (2, NULL), (3, NULL)",
        "INSERT INTO toys VALUES (1, 'Ball', 1, 2, 7), (2, 'Toy', 1, NULL, 2)"
    };

    private Zoo() {}

    static World world() {
        return World.of(
                CascadeContract.of(
                        Keeper.class, Zone.class, Animal.class, Bird.class, Cat.class, Toy.class, Ball.class),
                TABLES);
    }

    enum Rank {
        HEAD,
        HELPER
    }

    @Converter
    static class Upper implements AttributeConverter<String, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable String attribute) {
            return attribute == null ? null : attribute.toLowerCase(Locale.ROOT);
        }

        @Override
        public @Nullable String convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : column.toUpperCase(Locale.ROOT);
        }
    }

    @Embeddable
    static class Home {
        @Nullable
        String street;

        @ManyToOne(fetch = LAZY)
        @JoinColumn(name = "zone_id")
        @Nullable
        Zone zone;
    }

    @Entity(name = "Zone")
    @Table(name = "zones")
    static class Zone {
        @Id
        Long id;

        @OneToMany(mappedBy = "home.zone", cascade = ALL)
        List<Keeper> keepers = new ArrayList<>();
    }

    @Entity(name = "Keeper")
    @Table(name = "keepers")
    static class Keeper {
        @Id
        Long id;

        @Enumerated(EnumType.STRING)
        @Nullable
        Rank rank;

        @Nullable
        LocalDate born;

        @Nullable
        Instant seen;

        byte @Nullable [] photo;

        @Convert(converter = Upper.class)
        @Nullable
        String nick;

        @Embedded
        @Nullable
        Home home;

        @ElementCollection
        @CollectionTable(name = "keeper_phones", joinColumns = @JoinColumn(name = "keeper_id"))
        @Column(name = "phone")
        Set<String> phones = new HashSet<>();

        @OneToMany(mappedBy = "keeper", cascade = ALL, orphanRemoval = true)
        @OrderColumn(name = "place")
        List<Animal> animals = new ArrayList<>();

        @OneToMany(mappedBy = "keeper", cascade = ALL, orphanRemoval = true)
        @MapKey(name = "size")
        Map<Integer, Toy> toys = new HashMap<>();

        Keeper() {}

        Keeper(long id) {
            this.id = id;
        }
    }

    @Entity(name = "Animal")
    @Table(name = "animals")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Animal {
        @Id
        Long id;

        @Nullable
        String name;

        @ManyToOne(fetch = LAZY)
        @JoinColumn(name = "keeper_id")
        @Nullable
        Keeper keeper;

        @OneToOne(mappedBy = "friend")
        @Nullable
        Cat friendOf;
    }

    @Entity(name = "Bird")
    @Table(name = "birds")
    @PrimaryKeyJoinColumn(name = "animal_id")
    static class Bird extends Animal {
        int wings;
    }

    @Entity(name = "Cat")
    @Table(name = "cats")
    @PrimaryKeyJoinColumn(name = "animal_id")
    static class Cat extends Animal {
        @OneToOne(fetch = LAZY)
        @JoinColumn(name = "friend_id")
        @Nullable
        Animal friend;

        @OneToMany(mappedBy = "cat", cascade = ALL, orphanRemoval = true)
        @OrderBy("size DESC")
        Collection<Ball> balls = new ArrayList<>();
    }

    @Entity(name = "Toy")
    @Table(name = "toys")
    static class Toy {
        @Id
        Long id;

        @ManyToOne(fetch = LAZY)
        @JoinColumn(name = "keeper_id")
        @Nullable
        Keeper keeper;

        @Nullable
        Integer size;

        Toy() {}

        Toy(long id, int size) {
            this.id = id;
            this.size = size;
        }
    }

    @Entity(name = "Ball")
    static class Ball extends Toy {
        @ManyToOne(fetch = LAZY)
        @JoinColumn(name = "cat_id")
        @Nullable
        Cat cat;

        Ball() {}

        Ball(long id, int size) {
            super(id, size);
        }
    }
}
