package io.github.cascadecontract.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.StaleEntityException;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CascadeType;
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
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attributes of all kinds, embeddables with relations, kinds of collections, collections of values. */
class ValueMappingTest {
    private final TestDatabase database = new TestDatabase();
    private final UnitOfWorkFactory factory = UnitOfWorkFactory.open(
            "eclipselink",
            CascadeContract.of(House.class, City.class, Room.class, Window.class, Door.class),
            database.dataSource());

    ValueMappingTest() {
        database.execute("""
                CREATE TABLE cities (id bigint PRIMARY KEY, name text);
                CREATE TABLE houses (id uuid PRIMARY KEY, version bigint, kind text, built date, seen timestamptz, plan bytea,
                    open text, street text, city_id bigint REFERENCES cities);
                CREATE TABLE rooms (id bigint PRIMARY KEY, name text, house_id uuid REFERENCES houses);
                CREATE TABLE windows (id bigint PRIMARY KEY, name text, house_id uuid REFERENCES houses);
                CREATE TABLE doors (id bigint PRIMARY KEY, name text, garden_house uuid REFERENCES houses);
                CREATE TABLE house_names (house_id uuid REFERENCES houses, name text);
                CREATE TABLE house_owners (house_id uuid REFERENCES houses, name text, since date);
                INSERT INTO cities VALUES (1, 'here'), (2, 'there')""");
    }

    @AfterEach
    void close() {
        factory.close();
        assertThat(database.connectionsInUse()).isZero();
        database.close();
    }

    private UUID house() {
        return factory.callInTransaction(work -> {
            House house = new House();
            house.kind = Kind.HUT;
            house.built = LocalDate.of(1999, 12, 31);
            house.seen = Instant.EPOCH;
            house.plan = new byte[] {1, 2};
            house.open = true;
            house.address = new Address();
            house.address.street = "street";
            house.address.city = work.find(City.class, 1L);
            house.garden = new Garden();
            house.garden.doors.add(new Door(1, "gate"));
            house.names.addAll(List.of("a", "b"));
            house.owners.add(new Owner("first", LocalDate.EPOCH));
            house.rooms.put("attic", new Room(1, "attic"));
            house.windows.addAll(Set.of(new Window(1, "b"), new Window(2, "a")));
            work.persist(house);
            return house.id;
        });
    }

    @Test
    void everything_is_written_and_read() {
        UUID id = house();
        factory.inTransaction(work -> {
            House house = work.find(House.class, id);
            assertThat(house.kind).isEqualTo(Kind.HUT);
            assertThat(house.built).isEqualTo("1999-12-31");
            assertThat(house.seen).isEqualTo(Instant.EPOCH);
            assertThat(house.plan).containsExactly(1, 2);
            assertThat(house.open).isTrue();
            assertThat(house.address.city.name).isEqualTo("here");
            assertThat(house.names).containsExactlyInAnyOrder("a", "b");
            assertThat(house.owners).extracting(owner -> owner.name).containsExactly("first");
            assertThat(house.rooms.get("attic").house).isSameAs(house);
            assertThat(house.windows).extracting(window -> window.name).containsExactly("a", "b");
            assertThat(house.garden.doors).extracting(door -> door.name).containsExactly("gate");
        });
        assertThat(database.query("SELECT open FROM houses")).containsExactly("yes");
        assertThat(database.query("SELECT version FROM houses")).containsExactly(1L);
    }

    @Test
    void a_removal_takes_values_and_children_along() {
        UUID id = house();
        factory.inTransaction(work -> work.remove(work.find(House.class, id)));
        for (String table : List.of("houses", "rooms", "windows", "doors", "house_names", "house_owners"))
            assertThat(database.query("SELECT 1 FROM " + table)).isEmpty();
        assertThat(database.query("SELECT id FROM cities")).hasSize(2);
    }

    @Test
    void orphans_leave_maps_sets_and_embedded_lists() {
        UUID id = house();
        factory.inTransaction(work -> {
            House house = work.find(House.class, id);
            house.rooms.remove("attic");
            house.rooms.put("cellar", new Room(2, "cellar"));
            house.windows.removeIf(window -> window.id == 1);
            house.garden.doors.clear();
        });
        assertThat(database.query("SELECT name FROM rooms")).containsExactly("cellar");
        assertThat(database.query("SELECT id FROM windows")).containsExactly(2L);
        assertThat(database.query("SELECT id FROM doors")).isEmpty();
    }

    @Test
    void a_child_moves_between_embedded_lists() {
        UUID from = house();
        factory.inTransaction(work -> {
            House other = new House();
            other.garden = new Garden();
            work.persist(other);
            other.garden.doors.add(work.find(House.class, from).garden.doors.remove(0));
            other.address = new Address();
            other.address.city = work.find(City.class, 2L);
        });
        assertThat(database.query("SELECT garden_house FROM doors"))
                .isNotEmpty()
                .doesNotContain(from);
        assertThat(database.query("SELECT city_id FROM houses ORDER BY city_id"))
                .containsExactly(1L, 2L);
    }

    @Test
    void values_and_references_of_embeddables_change() {
        UUID id = house();
        factory.inTransaction(work -> {
            House house = work.find(House.class, id);
            house.address.city = work.find(City.class, 2L);
            house.address.street = "other";
            house.names.remove("a");
            house.owners.clear();
            house.plan = new byte[] {3};
        });
        assertThat(database.query("SELECT city_id FROM houses")).containsExactly(2L);
        assertThat(database.query("SELECT street FROM houses")).containsExactly("other");
        assertThat(database.query("SELECT name FROM house_names")).containsExactly("b");
        assertThat(database.query("SELECT name FROM house_owners")).isEmpty();
        assertThat(database.query("SELECT version FROM houses")).containsExactly(2L);
    }

    @Test
    void a_removed_city_lets_its_embedded_references_be_told() {
        house();
        assertThatThrownBy(() -> factory.inTransaction(work -> work.remove(work.find(City.class, 1L))))
                .hasMessageContaining("FOREIGN_KEY");
    }

    @Test
    void a_graph_with_values_is_merged() {
        UUID id = house();
        factory.inTransaction(work -> {
            House given = new House();
            given.id = id;
            given.kind = Kind.PALACE;
            given.plan = new byte[] {1, 2};
            given.address = new Address();
            given.address.street = "merged";
            given.names.add("c");
            given.owners = null;
            given.rooms = new HashMap<>(Map.of("attic", new Room(1, "attic"), "new", new Room(3, "new")));
            given.windows = null;
            given.garden = new Garden();
            given.garden.doors.add(new Door(5, "new"));
            work.merge(given);
        });
        assertThat(database.query("SELECT kind || street FROM houses")).containsExactly("PALACEmerged");
        assertThat(database.query("SELECT city_id FROM houses WHERE city_id IS NULL"))
                .hasSize(1);
        assertThat(database.query("SELECT name FROM house_names")).containsExactly("c");
        assertThat(database.query("SELECT name FROM rooms ORDER BY id")).containsExactly("attic", "new");
        assertThat(database.query("SELECT id FROM windows")).hasSize(2);
        assertThat(database.query("SELECT id FROM doors")).containsExactly(5L);
    }

    @Test
    void an_equal_graph_sends_nothing() {
        UUID id = house();
        House detached = factory.callInTransaction(work -> {
            House found = work.find(House.class, id);
            found.names.size();
            found.owners.size();
            found.rooms.size();
            return found;
        });
        database.sent();
        factory.inTransaction(work -> work.merge(detached));
        assertThat(database.sent()).allMatch(sql -> sql.startsWith("SELECT"));
    }

    @Test
    void another_version_is_stale() {
        UUID id = house();
        assertThatThrownBy(() -> factory.inTransaction(work -> {
                    work.find(House.class, id).open = false;
                    database.execute("UPDATE houses SET version = 9");
                }))
                .isInstanceOf(StaleEntityException.class);
    }

    @Test
    void refreshing_forgets_changes_of_values() {
        UUID id = house();
        database.sent();
        factory.inTransaction(work -> {
            House house = work.find(House.class, id);
            house.names.clear();
            house.address.street = "changed";
            house.garden.doors.clear();
            work.refresh(house);
            assertThat(house.address.street).isEqualTo("street");
            assertThat(house.garden.doors).hasSize(1);
        });
        assertThat(database.sent()).allMatch(sql -> sql.startsWith("SELECT"));
    }

    enum Kind {
        HUT,
        PALACE
    }

    @Converter
    public static class YesNo implements AttributeConverter<Boolean, String> {
        @Override
        public String convertToDatabaseColumn(Boolean value) {
            return value == null ? null : value ? "yes" : "no";
        }

        @Override
        public Boolean convertToEntityAttribute(String column) {
            return column == null ? null : column.equals("yes");
        }
    }

    @Entity
    @Table(name = "cities")
    static class City {
        @Id
        Long id;

        String name;
    }

    @Embeddable
    static class Address {
        String street;

        @ManyToOne
        @JoinColumn(name = "city_id")
        City city;
    }

    @Embeddable
    static class Garden {
        @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
        @JoinColumn(name = "garden_house")
        List<Door> doors = new ArrayList<>();
    }

    @Embeddable
    static class Owner {
        String name;
        LocalDate since;

        protected Owner() {}

        Owner(String name, LocalDate since) {
            this.name = name;
            this.since = since;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Owner owner && owner.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    @Entity
    @Table(name = "houses")
    static class House {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        @Version
        Long version;

        @Enumerated(EnumType.STRING)
        Kind kind;

        LocalDate built;
        Instant seen;
        byte[] plan;

        @Convert(converter = YesNo.class)
        Boolean open;

        @Embedded
        Address address;

        @Embedded
        Garden garden;

        @ElementCollection
        @CollectionTable(name = "house_names", joinColumns = @JoinColumn(name = "house_id"))
        @Column(name = "name")
        Set<String> names = new HashSet<>();

        @ElementCollection
        @CollectionTable(name = "house_owners", joinColumns = @JoinColumn(name = "house_id"))
        List<Owner> owners = new ArrayList<>();

        @OneToMany(mappedBy = "house", cascade = CascadeType.ALL, orphanRemoval = true)
        @MapKey(name = "name")
        Map<String, Room> rooms = new HashMap<>();

        @OneToMany(mappedBy = "house", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("name")
        Collection<Window> windows = new ArrayList<>();
    }

    @Entity
    @Table(name = "rooms")
    static class Room {
        @Id
        Long id;

        String name;

        @ManyToOne
        @JoinColumn(name = "house_id")
        House house;

        protected Room() {}

        Room(long id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    @Entity
    @Table(name = "windows")
    static class Window {
        @Id
        Long id;

        String name;

        @ManyToOne
        @JoinColumn(name = "house_id")
        House house;

        protected Window() {}

        Window(long id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    @Entity
    @Table(name = "doors")
    static class Door {
        @Id
        Long id;

        String name;

        protected Door() {}

        Door(long id, String name) {
            this.id = id;
            this.name = name;
        }
    }
}
