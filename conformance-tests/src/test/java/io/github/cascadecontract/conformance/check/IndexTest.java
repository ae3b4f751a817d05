package io.github.cascadecontract.conformance.check;

import static io.github.cascadecontract.finding.FindingCode.KEY_WITHOUT_INDEX;
import static io.github.cascadecontract.finding.FindingCode.LINKS_IN_THE_WAY;
import static io.github.cascadecontract.finding.FindingCode.LINK_TABLE_WITHOUT_KEY;
import static io.github.cascadecontract.finding.FindingCode.LOOKUP_WITHOUT_INDEX;
import static io.github.cascadecontract.finding.FindingCode.MISSING_UNIQUE_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cascadecontract.annotation.Protected;
import io.github.cascadecontract.annotation.SingleParent;
import io.github.cascadecontract.finding.Finding;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys have the indexes that finding, removing and being unique need. */
class IndexTest {
    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @Test
    void a_key_without_index_is_found_with_its_cost_and_mended() throws SQLException {
        lines("");

        assertThat(tables.only(KEY_WITHOUT_INDEX, Bill.class, Line.class).sentence())
                .isEqualTo("No index of line begins with bill_id: each removed Bill makes PostgreSQL read all of line,"
                        + " and so does loading Bill.lines.");
        assertThat(tables.only(KEY_WITHOUT_INDEX, Bill.class, Line.class).mend())
                .isEqualTo("CREATE INDEX CONCURRENTLY ON \"%s\".\"line\" (\"bill_id\");".formatted(tables.schema()));
        assertThat(CheckedTables.serious(tables.mended(KEY_WITHOUT_INDEX, Bill.class, Line.class)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create index on line (bill_id)|0",
                "create index on line (bill_id, id)|0",
                "create index on line using hash (bill_id)|0",
                "alter table line add unique (bill_id, place)|0",
                "create index on line (bill_id) where bill_id is not null|0",
                "create index on line (id, bill_id)|1",
                "create index on line (place) include (bill_id)|1",
                "create index on line (bill_id) where place > 0|1",
                "create index on line ((bill_id + 1))|1"
            })
    void what_counts_as_an_index(String index, int findings) {
        lines(index);

        assertThat(tables.find(KEY_WITHOUT_INDEX, Bill.class, Line.class)).hasSize(findings);
    }

    @Test
    void an_index_whose_building_failed_does_not_count() throws SQLException {
        lines("insert into bill values (1); insert into line values (1, 1, 1), (2, 1, 1)");
        assertThatThrownBy(() -> tables.run("create unique index concurrently line_bill on line (bill_id)"))
                .isInstanceOf(SQLException.class);

        assertThat(tables.find(KEY_WITHOUT_INDEX, Bill.class, Line.class)).hasSize(1);
    }

    @Test
    void a_key_in_the_id_is_served_by_the_primary_key() {
        tables.make("""
                create table bill (id bigint primary key);
                create table seal (bill_id bigint primary key references bill)""");

        assertThat(tables.check(Bill.class, Line.class, Seal.class).findings())
                .noneMatch(finding -> "Seal".equals(finding.entity()));
    }

    @Test
    void a_partitioned_table_gets_its_index_at_once() throws SQLException {
        tables.make("""
                create table bill (id bigint primary key);
                create table line (id bigint primary key, bill_id bigint references bill, place integer)
                    partition by range (id);
                create table line_1 partition of line for values from (0) to (1000)""");

        assertThat(CheckedTables.serious(tables.mended(KEY_WITHOUT_INDEX, Bill.class, Line.class)))
                .isEmpty();
    }

    @Test
    void a_key_to_rows_that_nobody_removes_or_loads_from_is_only_worth_knowing() {
        tables.make("""
                create table country (id bigint primary key);
                create table port (id bigint primary key, country_id bigint references country)""");

        assertThat(tables.find(LOOKUP_WITHOUT_INDEX, Country.class, Port.class)).hasSize(1);
        assertThat(CheckedTables.serious(tables.check(Country.class, Port.class)))
                .isEmpty();
    }

    @Test
    void a_key_to_protected_rows_needs_none() {
        tables.make("""
                create table treaty (id bigint primary key);
                create table seat (id bigint primary key, treaty_id bigint references treaty)""");

        assertThat(tables.check(Treaty.class, Seat.class).findings()).isEmpty();
    }

    @Test
    void both_keys_of_a_link_table_and_the_key_of_elements_need_one() {
        tables.make("""
                create table course (id bigint primary key);
                create table person (id bigint primary key);
                create table course_person (courses_id bigint references course, people_id bigint references person,
                    primary key (courses_id, people_id));
                create table person_names (person_id bigint references person, names text)""");

        assertThat(tables.find(KEY_WITHOUT_INDEX, Course.class, Person.class))
                .extracting(Finding::where, Finding::table)
                .containsExactlyInAnyOrder(
                        tuple("Person.courses", "course_person"), tuple("Person.names", "person_names"));
    }

    @Test
    void a_link_that_can_be_there_twice_is_worth_knowing() throws SQLException {
        tables.make("""
                create table course (id bigint primary key);
                create table person (id bigint primary key);
                create table course_person (courses_id bigint not null references course,
                    people_id bigint not null references person);
                create index on course_person (people_id);
                create table person_names (person_id bigint references person, names text);
                create index on person_names (person_id)""");

        assertThat(tables.mended(LINK_TABLE_WITHOUT_KEY, Course.class, Person.class)
                        .findings())
                .isEmpty();
    }

    @Test
    void links_that_one_end_does_not_map_are_in_its_way() {
        tables.make("""
                create table room (id bigint primary key);
                create table device (id bigint primary key);
                create table room_device (room_id bigint references room, devices_id bigint references device,
                    primary key (room_id, devices_id));
                create index on room_device (devices_id)""");

        assertThat(tables.only(LINKS_IN_THE_WAY, Room.class, Device.class).sentence())
                .startsWith("Device does not map the links that Room.devices makes");
        tables.make("""
                alter table room_device drop constraint room_device_devices_id_fkey;
                alter table room_device add foreign key (devices_id) references device on delete cascade""");
        assertThat(tables.find(LINKS_IN_THE_WAY, Room.class, Device.class)).isEmpty();
    }

    @Test
    void a_one_to_one_needs_a_unique_key() throws SQLException {
        tables.make("""
                create table lock (id bigint primary key);
                create table key (id bigint primary key, lock_id bigint references lock);
                create index on key (lock_id)""");

        assertThat(tables.only(MISSING_UNIQUE_KEY, Lock.class, Key.class).sentence())
                .startsWith("Lock.key is a one-to-one, but no unique index of key stands on lock_id");
        assertThat(tables.mended(MISSING_UNIQUE_KEY, Lock.class, Key.class).findings())
                .isEmpty();
    }

    @Test
    void so_does_a_target_with_at_most_one_owner() {
        tables.make("""
                create table engine (id bigint primary key);
                create table boat (id bigint primary key, engine_id bigint references engine);
                create index boat_engine on boat (engine_id)""");

        assertThat(CheckedTables.serious(tables.check(Boat.class, Engine.class)))
                .containsExactly(MISSING_UNIQUE_KEY);
        tables.make("drop index boat_engine; create unique index on boat (engine_id)");
        assertThat(tables.check(Boat.class, Engine.class).findings()).isEmpty();
    }

    private void lines(String more) {
        tables.make("""
                create table bill (id bigint primary key);
                create table line (id bigint primary key, bill_id bigint references bill, place integer);""" + more);
    }

    @Entity(name = "Bill")
    static class Bill {
        @Id
        Long id;

        @OneToMany(mappedBy = "bill", cascade = CascadeType.REMOVE)
        List<Line> lines;
    }

    @Entity(name = "Line")
    static class Line {
        @Id
        Long id;

        @ManyToOne
        Bill bill;
    }

    @Entity(name = "Seal")
    static class Seal {
        @Id
        Long id;

        @OneToOne
        @MapsId
        Bill bill;
    }

    @Entity(name = "Country")
    static class Country {
        @Id
        Long id;
    }

    @Entity(name = "Port")
    static class Port {
        @Id
        Long id;

        @ManyToOne
        Country country;
    }

    @Entity(name = "Treaty")
    @Protected
    static class Treaty {
        @Id
        Long id;
    }

    @Entity(name = "Seat")
    static class Seat {
        @Id
        Long id;

        @ManyToOne
        Treaty treaty;
    }

    @Entity(name = "Course")
    static class Course {
        @Id
        Long id;

        @ManyToMany
        List<Person> people;
    }

    @Entity(name = "Person")
    static class Person {
        @Id
        Long id;

        @ManyToMany(mappedBy = "people")
        List<Course> courses;

        @ElementCollection
        List<String> names;
    }

    @Entity(name = "Room")
    static class Room {
        @Id
        Long id;

        @ManyToMany
        List<Device> devices;
    }

    @Entity(name = "Device")
    static class Device {
        @Id
        Long id;
    }

    @Entity(name = "Lock")
    static class Lock {
        @Id
        Long id;

        @OneToOne(mappedBy = "lock", cascade = CascadeType.REMOVE)
        Key key;
    }

    @Entity(name = "Key")
    static class Key {
        @Id
        Long id;

        @OneToOne
        Lock lock;
    }

    @Entity(name = "Engine")
    static class Engine {
        @Id
        Long id;
    }

    @Entity(name = "Boat")
    static class Boat {
        @Id
        Long id;

        @ManyToOne
        @SingleParent(orphanRemoval = true)
        Engine engine;
    }
}
