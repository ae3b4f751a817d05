package io.github.cascadecontract.conformance.flush;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWork;
import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.conformance.flush.Shelter.Animal;
import io.github.cascadecontract.conformance.flush.Shelter.Dog;
import io.github.cascadecontract.conformance.recording.RowAudit;
import io.github.cascadecontract.conformance.recording.RowOperation;
import io.github.cascadecontract.conformance.recording.RowOrigin;
import io.github.cascadecontract.conformance.recording.SchemaAudit;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.report.ClientRows;
import io.github.cascadecontract.report.FlushReport;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the recorded scenarios have not: joined tables, element collections, versions. The database itself is the witness. */
@ParameterizedClass
@ValueSource(strings = {"hibernate", "eclipselink"})
class CountedRowsTest {
    private static TestDatabase database;
    private static RowAudit audit;

    @Parameter
    private String adapter;

    private Schema schema;
    private SchemaAudit seen;
    private UnitOfWorkFactory factory;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.open();
        audit = RowAudit.on(database);
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void createTables() {
        schema = database.createSchema("counted");
        schema.execute(Shelter.TABLES);
        seen = audit.install(schema);
        CascadeContract contract = CascadeContract.of(Shelter.class, Animal.class, Dog.class);
        factory = UnitOfWorkFactory.open(adapter, contract, schema.dataSource());
    }

    @AfterEach
    void dropTables() {
        factory.close();
        schema.close();
    }

    @Test
    void an_entity_joined_of_two_tables_counts_in_both() {
        FlushReport report = afterCommit(work -> {
            work.persist(dog(7));
            work.persist(dog(8));
        });

        assertThat(report.client())
                .containsExactlyInAnyOrder(
                        new ClientRows("animals", "Dog", 2, 0, 0), new ClientRows("dogs", "Dog", 2, 0, 0));
    }

    @Test
    void an_update_counts_only_in_the_tables_that_it_writes() {
        FlushReport report = afterCommit(work -> {
            work.find(Dog.class, 1L).breed = "mongrel";
            work.find(Dog.class, 2L).name = "Ivy";
        });

        assertThat(report.client("dogs").updated()).isEqualTo(1);
        assertThat(report.client("animals").updated()).isEqualTo(1);
    }

    @Test
    void joined_rows_that_nobody_reads_count_in_each_table() {
        FlushReport report = afterCommit(work -> work.remove(work.find(Shelter.class, 1L)));

        assertThat(report.client("animals").deleted()).isEqualTo(3);
        assertThat(report.client("dogs").deleted()).isEqualTo(2);
        assertThat(report.client("shelters").deleted()).isEqualTo(1);
    }

    @Test
    void joined_rows_that_are_read_count_in_each_table() {
        FlushReport report = afterCommit(work -> {
            Shelter shelter = work.find(Shelter.class, 1L);
            assertThat(shelter.animals).hasSize(3);
            work.remove(shelter);
        });

        assertThat(report.client("animals").deleted()).isEqualTo(3);
        assertThat(report.client("dogs").deleted()).isEqualTo(2);
    }

    @Test
    void elements_that_come_and_go_count_in_their_table() {
        FlushReport report = afterCommit(work -> {
            Shelter shelter = work.find(Shelter.class, 1L);
            shelter.phones.remove("11");
            shelter.phones.add("13");
        });

        assertThat(report.client("shelter_phones").inserted()).isPositive();
        assertThat(report.client("shelter_phones").entity()).isNull();
    }

    @Test
    void elements_of_removed_entities_count_though_nobody_has_read_them() {
        FlushReport report = afterCommit(work -> {
            work.remove(work.find(Shelter.class, 1L));
            work.remove(work.find(Shelter.class, 2L));
        });

        assertThat(report.client("shelter_phones").deleted()).isEqualTo(3);
    }

    @Test
    void a_versioned_row_counts_once() {
        FlushReport report = afterCommit(work -> work.find(Shelter.class, 2L).name = "Southend");

        assertThat(report.client()).containsExactly(new ClientRows("shelters", "Shelter", 0, 1, 0));
    }

    @Test
    void of_a_batch_only_the_rows_that_were_there_count() {
        FlushReport report = afterCommit(work -> {
            Dog gone = work.find(Dog.class, 1L);
            Dog there = work.find(Dog.class, 2L);
            schema.execute("delete from dogs where id = 1; delete from animals where id = 1");
            seen.clear();
            work.remove(gone);
            work.remove(there);
        });

        assertThat(report.client("animals").deleted()).isEqualTo(1);
        assertThat(report.client("dogs").deleted()).isEqualTo(1);
    }

    /** What the report says is what the database saw. */
    private FlushReport afterCommit(Consumer<UnitOfWork> steps) {
        seen.clear();
        try (UnitOfWork work = factory.begin()) {
            steps.accept(work);
            work.commit();
            FlushReport report = work.lastFlush();
            assertThat(told(report, ClientRows::inserted)).isEqualTo(seen(RowOperation.INSERT));
            assertThat(told(report, ClientRows::updated)).isEqualTo(seen(RowOperation.UPDATE));
            assertThat(told(report, ClientRows::deleted)).isEqualTo(seen(RowOperation.DELETE));
            return report;
        }
    }

    private Map<String, Long> seen(RowOperation operation) {
        return seen.read().count(operation, RowOrigin.CLIENT);
    }

    private static Map<String, Long> told(FlushReport report, ToLongFunction<ClientRows> rows) {
        Map<String, Long> told = new TreeMap<>();
        report.client().stream()
                .filter(counted -> rows.applyAsLong(counted) > 0)
                .forEach(counted -> told.merge(counted.table(), rows.applyAsLong(counted), Long::sum));
        return told;
    }

    private static Dog dog(long id) {
        Dog dog = new Dog();
        dog.id = id;
        dog.breed = "terrier";
        return dog;
    }
}
