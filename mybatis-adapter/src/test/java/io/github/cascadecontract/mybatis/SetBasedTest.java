package io.github.cascadecontract.mybatis;

import static io.github.cascadecontract.merge.MergeOption.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.Protected;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.ForeignChildException;
import io.github.cascadecontract.error.ProtectedEntityException;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that are handled or asked for without being in memory (rules REM-1, PRO-1, MER-6). */
class SetBasedTest {
    private TestSchema schema;
    private UnitOfWorkFactory factory;

    @BeforeEach
    void begin() {
        schema = new TestSchema("""
                CREATE TABLE shelves (id int PRIMARY KEY);
                CREATE TABLE files (id int PRIMARY KEY, shelf_id int REFERENCES shelves);
                CREATE TABLE sheets (id int PRIMARY KEY, file_id int REFERENCES files);
                CREATE TABLE seals (id int PRIMARY KEY, sheet_id int REFERENCES sheets);
                CREATE TABLE stickers (id int PRIMARY KEY, shelf_id int REFERENCES shelves);
                INSERT INTO shelves VALUES (1), (2);
                INSERT INTO files VALUES (1, 1), (2, 1), (3, 2);
                INSERT INTO sheets VALUES (1, 1), (2, 1), (3, 2), (4, 3);
                INSERT INTO stickers VALUES (1, 1), (2, 2);
                """);
        factory = UnitOfWorkFactory.open(
                CascadeContract.of(Shelf.class, File.class, Sheet.class, Seal.class, Sticker.class),
                schema.dataSource());
    }

    @AfterEach
    void end() {
        assertThat(schema.connectionsInUse()).isZero();
        factory.close();
        schema.close();
    }

    @Test
    void rows_below_a_removed_entity_are_handled_level_by_level_and_never_read() {
        factory.inTransaction(work -> work.remove(work.find(Shelf.class, 1)));

        assertThat(schema.sent())
                .filteredOn(sent -> !isOfProtection(sent) && !sent.endsWith("seals"))
                .containsExactlyInAnyOrder(
                        "SELECT shelves", "DELETE sheets", "DELETE files", "UPDATE stickers", "DELETE shelves");
        assertThat(schema.column("SELECT id FROM sheets")).containsExactly("4");
        assertThat(schema.column("SELECT coalesce(shelf_id, 0) FROM stickers ORDER BY id"))
                .containsExactly("0", "2");
    }

    /** PRO-1 reads the catalogue and counts: four statements and one. */
    private static boolean isOfProtection(String sent) {
        return sent.endsWith("unnest") || sent.contains("pg_catalog");
    }

    @Test
    void a_child_that_was_moved_away_survives() {
        factory.inTransaction(work -> {
            File file = work.find(File.class, 1);
            file.shelf = work.find(Shelf.class, 2);
            work.remove(work.find(Shelf.class, 1));
        });

        assertThat(schema.column("SELECT id FROM files ORDER BY id")).containsExactly("1", "3");
        assertThat(schema.column("SELECT id FROM sheets ORDER BY id")).containsExactly("1", "2", "4");
    }

    @Test
    void a_protected_row_below_is_named_before_anything_is_written() {
        schema.execute("INSERT INTO seals VALUES (7, 3)");

        assertThatThrownBy(() -> factory.inTransaction(work -> work.remove(work.find(Shelf.class, 1))))
                .isInstanceOf(ProtectedEntityException.class)
                .hasMessageContaining("7");
        assertThat(schema.sent()).allMatch(sent -> sent.startsWith("SELECT") || isOfProtection(sent));
        assertThat(schema.column("SELECT count(*) FROM files")).containsExactly("3");
    }

    @Test
    void the_present_parent_of_a_given_child_without_an_attribute_is_asked_for() {
        Shelf given = new Shelf();
        given.id = 1;
        Sticker foreign = new Sticker();
        foreign.id = 2;
        given.stickers = List.of(foreign);

        assertThatThrownBy(() -> factory.inTransaction(work -> {
                    work.merge(given, only("stickers"));
                }))
                .isInstanceOf(ForeignChildException.class);
        assertThat(schema.column("SELECT shelf_id FROM stickers WHERE id = 2")).containsExactly("2");
    }

    @Entity
    @Table(name = "shelves")
    static class Shelf {
        @Id
        private int id;

        @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL)
        @PassiveDeletes(PassiveDeletes.Mode.SET_BASED)
        private List<File> files = new ArrayList<>();

        @OneToMany(cascade = CascadeType.MERGE)
        @JoinColumn(name = "shelf_id")
        @PassiveDeletes(PassiveDeletes.Mode.SET_BASED)
        private List<Sticker> stickers = new ArrayList<>();
    }

    @Entity
    @Table(name = "files")
    static class File {
        @Id
        private int id;

        @ManyToOne
        @JoinColumn(name = "shelf_id")
        private Shelf shelf;

        @OneToMany(mappedBy = "file", cascade = CascadeType.ALL)
        @PassiveDeletes(PassiveDeletes.Mode.SET_BASED)
        private List<Sheet> sheets = new ArrayList<>();
    }

    @Entity
    @Table(name = "sheets")
    static class Sheet {
        @Id
        private int id;

        @ManyToOne
        @JoinColumn(name = "file_id")
        private File file;

        @OneToMany(mappedBy = "sheet", cascade = CascadeType.REMOVE)
        @PassiveDeletes(PassiveDeletes.Mode.SET_BASED)
        private List<Seal> seals = new ArrayList<>();
    }

    @Entity
    @Table(name = "seals")
    @Protected
    static class Seal {
        @Id
        private int id;

        @ManyToOne
        @JoinColumn(name = "sheet_id")
        private Sheet sheet;
    }

    @Entity
    @Table(name = "stickers")
    static class Sticker {
        @Id
        private int id;
    }
}
