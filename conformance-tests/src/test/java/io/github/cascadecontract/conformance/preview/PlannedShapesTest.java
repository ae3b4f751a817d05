package io.github.cascadecontract.conformance.preview;

import static io.github.cascadecontract.conformance.preview.RealTables.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Diamonds, trees, circles, links, composite ids and joined tables: each row is counted once. */
class PlannedShapesTest {
    @RegisterExtension
    private final RealTables tables = new RealTables();

    @Test
    void a_row_that_two_keys_reach_counts_once() throws SQLException {
        tables.execute("""
                CREATE TABLE account (id uuid PRIMARY KEY);
                CREATE TABLE cart (id text PRIMARY KEY, account_id uuid REFERENCES account ON DELETE CASCADE);
                CREATE TABLE bill (id int PRIMARY KEY, account_id uuid REFERENCES account ON DELETE CASCADE);
                CREATE TABLE line (id int PRIMARY KEY, cart_id text REFERENCES cart ON DELETE CASCADE,
                    bill_id int REFERENCES bill ON DELETE CASCADE);
                INSERT INTO account VALUES ('00000000-0000-0000-0000-000000000001');
                INSERT INTO cart VALUES ('a', '00000000-0000-0000-0000-000000000001');
                INSERT INTO bill VALUES (1, '00000000-0000-0000-0000-000000000001');
                INSERT INTO line VALUES (1, 'a', NULL), (2, 'a', 1), (3, NULL, 1), (4, NULL, NULL);
                """);

        RemovalPlan plan = tables.plan(
                CascadeContract.of(Account.class, Cart.class),
                Account.class,
                UUID.fromString("00000000-0000-0000-0000-000000000001"));

        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM account"));
        assertThat(plan.totals("line")).isEqualTo(new RowTotals(0, 0, 3, 0));
    }

    @Test
    void a_tree_is_one_line_at_all_depths() throws SQLException {
        folders("CASCADE");

        RemovalPlan plan = tables.plan(folders(Mode.ON), Folder.class, 1);

        assertThat(plan).hasToString("""
                remove Folder 1
                └─ Folder (folder): 1 row, delete by client, one by one [REM-1]
                   └─ Folder.folders (folder): 5 rows, delete by database [REM-1]
                """);
        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM folder WHERE id = 1"));
    }

    @Test
    void a_tree_that_the_client_reads_is_one_line_too() throws SQLException {
        folders("NO ACTION");

        RemovalPlan plan = tables.plan(folders(Mode.OFF), Folder.class, 1);

        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM folder WHERE id IN (6, 5, 4, 3, 2, 1)"));
        assertThat(plan.isBlocked()).isFalse();
    }

    @Test
    void rows_that_refer_to_each_other_end_the_walk() throws SQLException {
        folders("CASCADE");
        tables.execute("UPDATE folder SET folder_id = 6 WHERE id = 1");

        RemovalPlan plan = tables.plan(folders(Mode.ON), Folder.class, 1);

        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM folder WHERE id = 1"));
    }

    @Test
    void a_circle_of_tables_is_followed_to_its_end() throws SQLException {
        tables.execute("""
                CREATE TABLE account (id uuid PRIMARY KEY);
                CREATE TABLE team (id int PRIMARY KEY, captain_id int);
                CREATE TABLE player (id int PRIMARY KEY, team_id int REFERENCES team ON DELETE CASCADE);
                ALTER TABLE team ADD FOREIGN KEY (captain_id) REFERENCES player ON DELETE CASCADE;
                INSERT INTO team VALUES (1, NULL), (2, NULL), (3, NULL), (4, NULL);
                INSERT INTO player VALUES (1, 1), (2, 1), (3, 2), (4, 3), (5, 4);
                UPDATE team SET captain_id = 1 WHERE id = 2;
                UPDATE team SET captain_id = 3 WHERE id = 3;
                UPDATE team SET captain_id = 2 WHERE id = 1;
                """);

        RemovalPlan plan = tables.plan(CascadeContract.of(Team.class), Team.class, 1);

        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM team WHERE id = 1"));
        assertThat(plan.totals("player")).isEqualTo(new RowTotals(0, 0, 4, 0));
        assertThat(plan.totals("team")).isEqualTo(new RowTotals(1, 0, 2, 0));
    }

    @Test
    void links_go_and_far_ends_stay() throws SQLException {
        students("NO ACTION");

        RemovalPlan plan = tables.plan(CascadeContract.of(Student.class, Course.class), Student.class, 1);

        assertThat(planned(plan))
                .isEqualTo(tables.really(
                        "DELETE FROM student_course WHERE students_id = 1", "DELETE FROM student WHERE id = 1"));
    }

    @Test
    void links_are_left_to_the_database() throws SQLException {
        students("CASCADE");
        CascadeContract contract = CascadeContract.builder(Student.class, Course.class)
                .relation(Student.class, "courses", courses -> courses.passiveDeletes(Mode.ON))
                .build();

        RemovalPlan plan = tables.plan(contract, Student.class, 1);

        assertThat(planned(plan)).isEqualTo(tables.really("DELETE FROM student WHERE id = 1"));
        assertThat(plan.totals("student_course")).isEqualTo(new RowTotals(0, 0, 2, 0));
    }

    @Test
    void a_cascade_over_links_removes_far_ends_with_all_their_links() throws SQLException {
        students("NO ACTION");
        CascadeContract contract = CascadeContract.builder(Student.class, Course.class)
                .relation(Student.class, "courses", courses -> courses.cascade(CascadeType.REMOVE))
                .build();

        RemovalPlan plan = tables.plan(contract, Student.class, 1);

        assertThat(planned(plan))
                .isEqualTo(tables.really(
                        "DELETE FROM student_course WHERE students_id = 1 OR courses_id IN (1, 2)",
                        "DELETE FROM course WHERE id IN (1, 2)",
                        "DELETE FROM student WHERE id = 1"));
        assertThat(plan.isBlocked()).isFalse();
    }

    @Test
    void a_composite_key_is_one_key() throws SQLException {
        tables.execute("""
                CREATE TABLE place (country text, number int, PRIMARY KEY (number, country));
                CREATE TABLE room (id int PRIMARY KEY, country text, number int,
                    FOREIGN KEY (number, country) REFERENCES place (number, country) ON DELETE RESTRICT);
                INSERT INTO place VALUES ('de', 1), ('de', 2), ('fr', 1);
                INSERT INTO room VALUES (1, 'de', 1), (2, 'de', 2), (3, 'fr', 1), (4, 'de', 1), (5, NULL, 1);
                """);
        CascadeContract reads = places(Mode.OFF);
        CascadeContract leaves = places(Mode.ON);

        RemovalPlan plan = tables.plan(reads, Location.class, new LocationId("de", 1));

        assertThat(planned(plan))
                .isEqualTo(tables.really(
                        "DELETE FROM room WHERE country = 'de' AND number = 1",
                        "DELETE FROM place WHERE country = 'de' AND number = 1"));
        assertThat(tables.plan(leaves, Location.class, new LocationId("de", 1)).obstacles())
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.firstIds()).containsExactly("1", "4"));
    }

    @Test
    void joined_tables_and_collections_of_values_go_with_their_entity() throws SQLException {
        tables.execute("""
                CREATE TABLE owner (id int PRIMARY KEY);
                CREATE TABLE vehicle (id int PRIMARY KEY, dtype text, owner_id int REFERENCES owner);
                CREATE TABLE car (id int PRIMARY KEY REFERENCES vehicle, doors int);
                CREATE TABLE bike (id int PRIMARY KEY REFERENCES vehicle);
                CREATE TABLE colours (car_id int REFERENCES car, colour text);
                CREATE TABLE wheel (id int PRIMARY KEY, car_id int REFERENCES car ON DELETE CASCADE);
                INSERT INTO owner VALUES (1), (2);
                INSERT INTO vehicle VALUES (1, 'Car', 1), (2, 'Car', 1), (3, 'Bike', 1), (4, 'Car', 2);
                INSERT INTO car VALUES (1, 4), (2, 4), (4, 4);
                INSERT INTO bike VALUES (3);
                INSERT INTO colours VALUES (1, 'red'), (1, 'blue'), (2, 'red'), (4, 'red');
                INSERT INTO wheel VALUES (1, 1), (2, 1), (3, 2), (4, 4);
                """);

        RemovalPlan plan =
                tables.plan(CascadeContract.of(Owner.class, Vehicle.class, Car.class, Bike.class), Owner.class, 1);

        assertThat(planned(plan))
                .isEqualTo(tables.really(
                        "DELETE FROM colours WHERE car_id IN (1, 2)",
                        "DELETE FROM car WHERE id IN (1, 2)",
                        "DELETE FROM bike WHERE id = 3",
                        "DELETE FROM vehicle WHERE id IN (1, 2, 3)",
                        "DELETE FROM owner WHERE id = 1"));
        assertThat(plan.isBlocked()).isFalse();
    }

    @Test
    void values_of_rows_that_the_database_removes_stand_in_the_way_without_a_cascade() throws SQLException {
        tables.execute("""
                CREATE TABLE owner (id int PRIMARY KEY);
                CREATE TABLE vehicle (id int PRIMARY KEY, dtype text, owner_id int REFERENCES owner ON DELETE CASCADE);
                CREATE TABLE car (id int PRIMARY KEY REFERENCES vehicle ON DELETE CASCADE, doors int);
                CREATE TABLE bike (id int PRIMARY KEY REFERENCES vehicle);
                CREATE TABLE colours (car_id int REFERENCES car, colour text);
                INSERT INTO owner VALUES (1);
                INSERT INTO vehicle VALUES (1, 'Car', 1);
                INSERT INTO car VALUES (1, 4);
                INSERT INTO colours VALUES (1, 'red');
                """);
        CascadeContract contract = CascadeContract.builder(Owner.class, Vehicle.class, Car.class, Bike.class)
                .relation(Owner.class, "vehicles", vehicles -> vehicles.passiveDeletes(Mode.ON))
                .build();

        RemovalPlan plan = tables.plan(contract, Owner.class, 1);

        assertThat(plan.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.place().relation()).isEqualTo("Car.colours");
            assertThat(obstacle.rows()).isEqualTo(1);
            assertThat(obstacle.firstIds()).isEmpty();
        });
        assertThatThrownBy(() -> tables.really("DELETE FROM owner")).hasMessageContaining("colours");
    }

    private void folders(String action) {
        tables.execute("""
                CREATE TABLE folder (id int PRIMARY KEY, folder_id int REFERENCES folder ON DELETE %s);
                INSERT INTO folder VALUES (1, NULL), (2, 1), (3, 1), (4, 2), (5, 4), (6, 5), (7, NULL), (8, 7);
                """.formatted(action));
    }

    private static CascadeContract folders(Mode mode) {
        return CascadeContract.builder(Folder.class)
                .relation(Folder.class, "folders", folders -> folders.passiveDeletes(mode))
                .build();
    }

    private void students(String action) {
        tables.execute("""
                CREATE TABLE student (id int PRIMARY KEY);
                CREATE TABLE course (id int PRIMARY KEY);
                CREATE TABLE student_course (students_id int REFERENCES student ON DELETE %1$s,
                    courses_id int REFERENCES course ON DELETE %1$s, PRIMARY KEY (students_id, courses_id));
                INSERT INTO student VALUES (1), (2);
                INSERT INTO course VALUES (1), (2), (3);
                INSERT INTO student_course VALUES (1, 1), (1, 2), (2, 2), (2, 3);
                """.formatted(action));
    }

    private static CascadeContract places(Mode mode) {
        return CascadeContract.builder(Location.class, Room.class)
                .relation(Location.class, "rooms", rooms -> rooms.passiveDeletes(mode))
                .build();
    }

    @Entity(name = "Account")
    static class Account {
        @Id
        private UUID id;

        @OneToMany(mappedBy = "account", cascade = CascadeType.REMOVE)
        @PassiveDeletes(Mode.ON)
        private List<Cart> carts;
    }

    @Entity(name = "Cart")
    static class Cart {
        @Id
        private String id;

        @ManyToOne
        @JoinColumn(name = "account_id")
        private Account account;
    }

    @Entity(name = "Folder")
    static class Folder {
        @Id
        private Integer id;

        @ManyToOne
        @JoinColumn(name = "folder_id")
        private Folder folder;

        @OneToMany(mappedBy = "folder", cascade = CascadeType.REMOVE)
        private List<Folder> folders;
    }

    @Entity(name = "Team")
    static class Team {
        @Id
        private Integer id;
    }

    @Entity(name = "Student")
    static class Student {
        @Id
        private Integer id;

        @ManyToMany
        private Set<Course> courses;
    }

    @Entity(name = "Course")
    static class Course {
        @Id
        private Integer id;

        @ManyToMany(mappedBy = "courses")
        private Set<Student> students;
    }

    @Embeddable
    record LocationId(String country, int number) {}

    @Entity(name = "Place")
    static class Location {
        @EmbeddedId
        private LocationId id;

        @OneToMany(mappedBy = "location", cascade = CascadeType.REMOVE)
        private List<Room> rooms;
    }

    @Entity(name = "Room")
    static class Room {
        @Id
        private Integer id;

        @ManyToOne
        @JoinColumn(name = "country", referencedColumnName = "country")
        @JoinColumn(name = "number", referencedColumnName = "number")
        private Location location;
    }

    @Entity(name = "Owner")
    static class Owner {
        @Id
        private Integer id;

        @OneToMany(mappedBy = "owner", cascade = CascadeType.REMOVE)
        private List<Vehicle> vehicles;
    }

    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Vehicle {
        @Id
        private Integer id;

        @ManyToOne
        @JoinColumn(name = "owner_id")
        private Owner owner;
    }

    @Entity(name = "Car")
    static class Car extends Vehicle {
        private int doors;

        @ElementCollection
        @Column(name = "colour")
        @CollectionTable(name = "colours", joinColumns = @JoinColumn(name = "car_id"))
        private Set<String> colours;
    }

    @Entity(name = "Bike")
    static class Bike extends Vehicle {}
}
