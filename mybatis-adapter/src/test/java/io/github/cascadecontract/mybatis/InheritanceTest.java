package io.github.cascadecontract.mybatis;

import static io.github.cascadecontract.merge.MergeOption.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.UnsupportedMappingException;
import io.github.cascadecontract.spi.Mode;
import jakarta.persistence.CascadeType;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Entities that extend each other in one table. */
class InheritanceTest {
    private TestSchema schema;
    private UnitOfWorkFactory factory;

    @BeforeEach
    void begin() {
        schema = new TestSchema("""
                CREATE TABLE garages (id bigserial PRIMARY KEY, name text);
                CREATE TABLE vehicles (id bigserial PRIMARY KEY, kind varchar(10) NOT NULL, version int NOT NULL, plate text,
                    doors int, axles int, garage_id bigint REFERENCES garages, towed_by bigint REFERENCES vehicles);
                CREATE TABLE loads (id bigserial PRIMARY KEY, what text, truck_id bigint REFERENCES vehicles);
                CREATE TABLE fines (id bigserial PRIMARY KEY, vehicle_id bigint REFERENCES vehicles);
                INSERT INTO garages VALUES (1, 'g');
                INSERT INTO vehicles (id, kind, version, plate, doors, axles, garage_id) VALUES
                    (1, 'car', 0, 'c1', 4, NULL, 1), (2, 'truck', 0, 't2', NULL, 3, 1), (3, 'van', 0, 'v3', 5, NULL, NULL);
                INSERT INTO loads (what, truck_id) VALUES ('coal', 2);
                INSERT INTO fines VALUES (1, 2), (2, 1);
                SELECT setval('vehicles_id_seq', 100);
                """);
        factory = UnitOfWorkFactory.open(contract(), schema.dataSource());
    }

    @AfterEach
    void end() {
        assertThat(schema.connectionsInUse()).isZero();
        factory.close();
        schema.close();
    }

    @Test
    void a_row_is_an_entity_of_its_own_class_by_whichever_class_it_is_found() {
        factory.inTransaction(work -> {
            Vehicle vehicle = work.find(Vehicle.class, 2L);
            assertThat(vehicle).isInstanceOf(Truck.class);
            assertThat(((Truck) vehicle).axles).isEqualTo(3);
            assertThat(work.find(Truck.class, 2L)).isSameAs(vehicle);
            assertThat(work.find(Car.class, 2L)).isNull();
            assertThat(work.find(Car.class, 3L)).isInstanceOf(Van.class);
            assertThat(work.find(Truck.class, 1L)).isNull();
        });
    }

    @Test
    void collections_and_references_hold_entities_of_all_classes() {
        factory.inTransaction(work -> {
            assertThat(work.find(Garage.class, 1L).vehicles)
                    .hasExactlyElementsOfTypes(Car.class, Truck.class)
                    .extracting(vehicle -> vehicle.plate)
                    .containsExactly("c1", "t2");
            assertThat(work.find(Fine.class, 1L).vehicle).isInstanceOf(Truck.class);
            assertThat(work.find(Fine.class, 2L).vehicle).isSameAs(work.find(Car.class, 1L));
        });
    }

    @Test
    void rows_of_several_classes_are_inserted_updated_and_removed() {
        factory.inTransaction(work -> {
            Garage garage = work.find(Garage.class, 1L);
            garage.vehicles.forEach(vehicle -> vehicle.plate = vehicle.plate + "!");
            Truck truck = new Truck();
            truck.axles = 6;
            truck.loads.add(new Load("sand", truck));
            Van van = new Van();
            van.doors = 3;
            van.towedBy = truck;
            garage.vehicles.addAll(List.of(van, truck));
        });
        assertThat(schema.column(
                        "SELECT kind || coalesce(doors, axles) || coalesce(plate, '-') || version FROM vehicles"
                                + " WHERE garage_id = 1 ORDER BY 1"))
                .containsExactly("car4c1!1", "truck3t2!1", "truck6-0", "van3-0");

        factory.inTransaction(work -> work.remove(work.find(Garage.class, 1L)));
        assertThat(schema.column("SELECT kind FROM vehicles")).containsExactly("van");
        assertThat(schema.column("SELECT what FROM loads")).isEmpty();
        assertThat(schema.column("SELECT id FROM fines")).isEmpty();
    }

    @Test
    void children_of_one_class_are_loaded_together_among_others() {
        schema.execute("""
                INSERT INTO vehicles (id, kind, version, garage_id) VALUES (4, 'truck', 0, 1), (5, 'car', 0, 1), (6, 'truck', 0, 1);
                INSERT INTO loads (what, truck_id) VALUES ('a', 4), ('b', 6)""");

        factory.inTransaction(work -> work.remove(work.find(Garage.class, 1L)));

        assertThat(schema.column("SELECT what FROM loads")).isEmpty();
        assertThat(schema.column("SELECT kind FROM vehicles")).containsExactly("van");
    }

    @Test
    void a_relation_of_one_class_is_its_own() {
        factory.inTransaction(work -> {
            Truck truck = work.find(Truck.class, 2L);
            assertThat(truck.loads).hasSize(1);
            truck.loads.clear();
            truck.loads.add(new Load("iron", truck));
            work.flush();
            work.refresh(truck);
            assertThat(truck.loads).extracting(load -> load.what).containsExactly("iron");
        });

        assertThat(schema.column("SELECT what FROM loads")).containsExactly("iron");
    }

    @Test
    void merge_finds_the_class_of_the_row() {
        Truck given = new Truck();
        given.id = 2L;
        given.plate = "merged";
        given.axles = 4;

        factory.inTransaction(work -> {
            assertThat(work.merge(given, only("plate", "axles"))).isInstanceOf(Truck.class);
        });

        assertThat(schema.column("SELECT kind || plate || axles FROM vehicles WHERE id = 2"))
                .containsExactly("truckmerged4");
    }

    @Test
    void joined_tables_are_refused() {
        assertThatThrownBy(() -> new MyBatisCascade()
                        .connect(CascadeContract.of(Animal.class, Dog.class), new PGSimpleDataSource(), Mode.CONTRACT))
                .isInstanceOf(UnsupportedMappingException.class)
                .hasMessageContaining("Animal: @Inheritance JOINED")
                .hasMessageContaining("Dog: @Inheritance JOINED");
    }

    private static CascadeContract contract() {
        return CascadeContract.of(
                Garage.class, Vehicle.class, Car.class, Van.class, Truck.class, Load.class, Fine.class);
    }

    @Entity
    @Table(name = "garages")
    static class Garage {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String name;

        @OneToMany(mappedBy = "garage", cascade = CascadeType.ALL, orphanRemoval = true)
        private List<Vehicle> vehicles = new ArrayList<>();
    }

    @Entity
    @Table(name = "vehicles")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind")
    abstract static class Vehicle {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        protected Long id;

        @Version
        protected int version;

        protected String plate;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "garage_id")
        protected Garage garage;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "towed_by")
        protected Vehicle towedBy;

        @OneToMany(mappedBy = "vehicle", cascade = CascadeType.ALL)
        protected List<Fine> fines = new ArrayList<>();
    }

    @Entity
    @DiscriminatorValue("car")
    static class Car extends Vehicle {
        protected Integer doors;
    }

    @Entity
    @DiscriminatorValue("van")
    static class Van extends Car {}

    @Entity
    @DiscriminatorValue("truck")
    static class Truck extends Vehicle {
        private Integer axles;

        @OneToMany(mappedBy = "truck", cascade = CascadeType.ALL, orphanRemoval = true)
        private List<Load> loads = new ArrayList<>();
    }

    @Entity
    @Table(name = "loads")
    static class Load {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String what;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "truck_id")
        private Truck truck;

        Load() {}

        Load(String what, Truck truck) {
            this.what = what;
            this.truck = truck;
        }
    }

    @Entity
    @Table(name = "fines")
    static class Fine {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "vehicle_id")
        private Vehicle vehicle;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Animal {
        @Id
        private Long id;
    }

    @Entity
    static class Dog extends Animal {}
}
