package io.github.cascadecontract.conformance.preview;

import static io.github.cascadecontract.conformance.preview.RealTables.planned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.Protected;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import jakarta.persistence.CascadeType;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Shared and partitioned tables, keys to unique columns, and protected rows that the client would reach itself. */
class PlannedKindsTest {
    private static final CascadeContract CONTRACT = CascadeContract.of(Zoo.class, Animal.class, Bear.class, Fish.class);

    @RegisterExtension
    private final RealTables tables = new RealTables();

    @Test
    void a_relation_to_a_type_leaves_the_other_rows_of_a_shared_table_alone() throws SQLException {
        zoo("");

        RemovalPlan plan = tables.plan(CONTRACT, Zoo.class, 1);

        assertThat(planned(plan))
                .isEqualTo(tables.really(
                        "DELETE FROM animal WHERE zoo_id = 1 AND kind = 'Bear'", "DELETE FROM zoo WHERE id = 1"));
        assertThat(plan.isBlocked()).isFalse();
    }

    @Test
    void rows_of_another_type_over_the_same_key_are_in_the_way() throws SQLException {
        zoo("");
        tables.execute("INSERT INTO animal VALUES (9, 'Fish', 1, NULL)");

        RemovalPlan plan = tables.plan(CONTRACT, Zoo.class, 1);

        assertThat(plan.totals("animal")).isEqualTo(new RowTotals(2, 0, 0, 0));
        assertThat(plan.obstacles())
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.firstIds()).containsExactly("9"));
    }

    @Test
    void partitions_are_counted_as_one_table() throws SQLException {
        zoo("");
        tables.execute("""
                CREATE TABLE visit (id int, day int, zoo_id int REFERENCES zoo ON DELETE CASCADE, PRIMARY KEY (id, day))
                    PARTITION BY RANGE (day);
                CREATE TABLE visit_1 PARTITION OF visit FOR VALUES FROM (0) TO (10);
                CREATE TABLE visit_2 PARTITION OF visit FOR VALUES FROM (10) TO (20);
                CREATE TABLE photo (id int, visit_id int, day int,
                    FOREIGN KEY (visit_id, day) REFERENCES visit ON DELETE CASCADE);
                INSERT INTO visit VALUES (1, 1, 1), (2, 11, 1), (3, 12, 1), (4, 1, 2);
                INSERT INTO photo VALUES (1, 1, 1), (2, 2, 11), (3, 2, 11), (4, 4, 1);
                """);

        RemovalPlan plan = tables.plan(CONTRACT, Zoo.class, 1);

        assertThat(plan.totals("visit")).isEqualTo(new RowTotals(0, 0, 3, 0));
        assertThat(plan.totals("photo")).isEqualTo(new RowTotals(0, 0, 3, 0));
    }

    @Test
    void a_key_to_unique_columns_is_followed() throws SQLException {
        zoo("");
        tables.execute("""
                CREATE TABLE chip (animal_code text REFERENCES animal (code) ON DELETE CASCADE);
                INSERT INTO chip VALUES ('a'), ('b'), ('b'), ('c'), (NULL);
                """);

        RemovalPlan plan = tables.plan(CONTRACT, Zoo.class, 1);

        assertThat(planned(plan))
                .isEqualTo(tables.really(
                        "DELETE FROM animal WHERE zoo_id = 1 AND kind = 'Bear'", "DELETE FROM zoo WHERE id = 1"));
        assertThat(plan.totals("chip").deletedByDatabase()).isEqualTo(3);
    }

    @Test
    void only_the_columns_that_a_key_names_become_null() throws SQLException {
        zoo("");
        tables.execute("""
                ALTER TABLE animal ADD UNIQUE (id, zoo_id);
                CREATE TABLE meal (animal_id int, zoo_id int NOT NULL,
                    FOREIGN KEY (animal_id, zoo_id) REFERENCES animal (id, zoo_id) ON DELETE SET NULL (animal_id));
                INSERT INTO meal VALUES (1, 1), (2, 1), (3, 2);
                """);

        RemovalPlan plan = tables.plan(CONTRACT, Zoo.class, 1);

        assertThat(planned(plan))
                .isEqualTo(tables.really(
                        "DELETE FROM animal WHERE zoo_id = 1 AND kind = 'Bear'", "DELETE FROM zoo WHERE id = 1"));
        assertThat(plan.totals("meal")).isEqualTo(new RowTotals(0, 0, 0, 2));
    }

    @Test
    void protected_rows_are_in_the_way_of_the_client() throws SQLException {
        for (Mode mode : List.of(Mode.OFF, Mode.SET_BASED, Mode.ON)) {
            tables.execute("DROP TABLE IF EXISTS stamp, entry, ledger");
            ledger();

            RemovalPlan plan = tables.plan(ledger(mode), Ledger.class, 1);

            assertThat(plan.all())
                    .filteredOn(rows -> rows.obstacle() != null)
                    .singleElement()
                    .satisfies(rows -> {
                        assertThat(rows.obstacle().kind()).isEqualTo(Obstacle.Kind.PROTECTED);
                        assertThat(rows.obstacle().firstIds()).containsExactly("5", "6");
                        assertThat(rows.actor()).isEqualTo(Actor.NOBODY);
                        assertThat(rows.below()).isEmpty();
                        assertThat(rows.statements()).isEmpty();
                    });
            assertThat(plan.totals("stamp")).isEqualTo(RowTotals.NONE);
        }
    }

    @Test
    void a_protected_entity_is_in_its_own_way() throws SQLException {
        ledger();

        RemovalPlan plan = tables.plan(ledger(Mode.OFF), Entry.class, 5);

        assertThat(plan.roots()).singleElement().satisfies(root -> {
            assertThat(root.obstacle().kind()).isEqualTo(Obstacle.Kind.PROTECTED);
            assertThat(root.below()).isEmpty();
        });
    }

    private void zoo(String action) {
        tables.execute("""
                CREATE TABLE zoo (id int PRIMARY KEY);
                CREATE TABLE animal (id int PRIMARY KEY, kind text, zoo_id int REFERENCES zoo %s, code text UNIQUE);
                INSERT INTO zoo VALUES (1), (2);
                INSERT INTO animal VALUES (1, 'Bear', 1, 'a'), (2, 'Bear', 1, 'b'), (3, 'Bear', 2, 'c'), (4, 'Fish', 2, 'd');
                """.formatted(action));
    }

    private void ledger() {
        tables.execute("""
                CREATE TABLE ledger (id int PRIMARY KEY);
                CREATE TABLE entry (id int PRIMARY KEY, ledger_id int REFERENCES ledger ON DELETE CASCADE);
                CREATE TABLE stamp (entry_id int REFERENCES entry ON DELETE CASCADE);
                INSERT INTO ledger VALUES (1), (2);
                INSERT INTO entry VALUES (5, 1), (6, 1), (7, 2);
                INSERT INTO stamp VALUES (5), (5);
                """);
    }

    private static CascadeContract ledger(Mode mode) {
        return CascadeContract.builder(Ledger.class, Entry.class)
                .relation(Ledger.class, "entries", entries -> entries.passiveDeletes(mode))
                .build();
    }

    @Entity(name = "Zoo")
    static class Zoo {
        @Id
        private Integer id;

        @OneToMany(mappedBy = "zoo", cascade = CascadeType.REMOVE)
        private List<Bear> bears;
    }

    @Entity(name = "Animal")
    @Inheritance
    @DiscriminatorColumn(name = "kind")
    static class Animal {
        @Id
        private Integer id;
    }

    @Entity(name = "Bear")
    static class Bear extends Animal {
        @ManyToOne
        @JoinColumn(name = "zoo_id")
        private Zoo zoo;
    }

    @Entity(name = "Fish")
    static class Fish extends Animal {}

    @Entity(name = "Ledger")
    static class Ledger {
        @Id
        private Integer id;

        @OneToMany(mappedBy = "ledger", cascade = CascadeType.REMOVE)
        private List<Entry> entries;
    }

    @Protected
    @Entity(name = "Entry")
    static class Entry {
        @Id
        private Integer id;

        @ManyToOne
        @JoinColumn(name = "ledger_id")
        private Ledger ledger;
    }
}
