package io.github.cascadecontract.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.error.Refusal;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entity classes that extend each other, in one table or in joined ones. */
class InheritanceMappingTest {
    private final List<Refusal> problems = new ArrayList<>();
    private final MappingReader reader =
            new MappingReader(List.of(Animal.class, Dog.class, Vehicle.class, Truck.class, Alone.class), problems::add);

    @Test
    void a_shared_table_holds_everything_and_tells_the_class() {
        EntityMapping animal = reader.read(Animal.class);
        EntityMapping dog = reader.read(Dog.class);

        assertThat(animal.inheritance())
                .isEqualTo(new InheritanceMapping(
                        InheritanceType.SINGLE_TABLE, Animal.class, null, "DTYPE", DiscriminatorType.STRING, null));
        assertThat(dog.inheritance())
                .isEqualTo(new InheritanceMapping(
                        InheritanceType.SINGLE_TABLE,
                        Animal.class,
                        Animal.class,
                        "DTYPE",
                        DiscriminatorType.STRING,
                        "Dog"));
        assertThat(dog.tables()).containsExactly(new TableMapping(new TableName(null, "animals"), List.of("id")));
        assertThat(columns(dog)).containsExactly("animals.name", "animals.tag", "animals.barks");
        assertThat(dog.version()).isSameAs(animal.version());
        assertThat(dog.relations().get(0)).isSameAs(animal.relations().get(0));
        assertThat(dog.otherFeatures()).containsExactly("entity superclass Animal");
        assertThat(problems).isEmpty();
    }

    @Test
    void joined_tables_are_told_from_the_root_down() {
        EntityMapping truck = reader.read(Truck.class);

        assertThat(truck.tables())
                .containsExactly(
                        new TableMapping(new TableName(null, "Vehicle"), List.of("id")),
                        new TableMapping(new TableName("heavy", "trucks"), List.of("vehicle_id")));
        assertThat(truck.table()).hasToString("heavy.trucks");
        assertThat(truck.idColumns()).containsExactly("vehicle_id");
        assertThat(truck.id().column()).isEqualTo("id");
        assertThat(columns(truck)).containsExactly("Vehicle.wheels", "heavy.trucks.load");
        assertThat(truck.inheritance())
                .isEqualTo(new InheritanceMapping(
                        InheritanceType.JOINED, Vehicle.class, Vehicle.class, "kind", DiscriminatorType.INTEGER, "7"));
    }

    @Test
    void a_class_that_stands_alone_has_no_place_among_others() {
        assertThat(reader.read(Alone.class).inheritance()).isNull();
        assertThat(new MappingReader(problems::add).read(Animal.class).inheritance())
                .isNull();
    }

    @Test
    void without_a_declared_column_joined_tables_have_none_of_their_own() {
        assertThat(new MappingReader(problems::add)
                        .read(Boat.class)
                        .inheritance()
                        .discriminatorColumn())
                .isNull();
    }

    @Test
    void a_table_for_each_class_is_refused_once() {
        reader.read(Shape.class);
        reader.read(Circle.class);

        assertThat(problems)
                .extracting(Refusal::message)
                .containsExactly("Shape: TABLE_PER_CLASS spreads its rows over tables without a common one, so no "
                        + "foreign key can refer to them (DEC-5). Use SINGLE_TABLE or JOINED.");
    }

    private static List<String> columns(EntityMapping mapping) {
        return mapping.basics().stream()
                .map(basic -> basic.table() + "." + basic.column())
                .toList();
    }

    @Entity(name = "Animal")
    @Table(name = "animals")
    abstract static class Animal {
        @Id
        Integer id;

        String name;

        @Version
        int version;

        @ManyToOne
        Alone keeper;
    }

    @MappedSuperclass
    abstract static class Tagged extends Animal {
        String tag;
    }

    @Entity(name = "Dog")
    static class Dog extends Tagged {
        boolean barks;
    }

    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
    static class Vehicle {
        @Id
        Integer id;

        int wheels;
    }

    @Entity(name = "Truck")
    @Table(name = "trucks", schema = "heavy")
    @PrimaryKeyJoinColumn(name = "vehicle_id")
    @DiscriminatorValue("7")
    static class Truck extends Vehicle {
        int load;
    }

    @Entity(name = "Boat")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Boat {
        @Id
        Integer id;
    }

    @Entity(name = "Alone")
    static class Alone {
        @Id
        Integer id;
    }

    @Entity(name = "Shape")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Shape {
        @Id
        Integer id;
    }

    @Entity(name = "Circle")
    static class Circle extends Shape {}
}
