package io.github.cascadecontract.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.error.DatabaseException;
import io.github.cascadecontract.error.IntegrityViolationException;
import io.github.cascadecontract.error.IntegrityViolationException.Kind;
import io.github.cascadecontract.error.Refusal;
import io.github.cascadecontract.error.RemovedEntityException;
import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.rule.Rule;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Table;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** TX-2 and TX-3: what a driver or a provider raises becomes an error of the library. */
class FailureTranslatorTest {
    private final FailureTranslator translator = new FailureTranslator(CascadeContract.of(Writer.class, Book.class));

    @ParameterizedTest
    @CsvSource({"23502, NOT_NULL", "23503, FOREIGN_KEY", "23001, FOREIGN_KEY", "23505, UNIQUE", "23514, OTHER"})
    void a_violated_constraint_is_told_by_its_kind(String state, Kind kind) {
        RuntimeException failure = new PersistenceException(new SQLException("violated", state));

        assertThat(translator.translate(failure))
                .isInstanceOfSatisfying(
                        IntegrityViolationException.class,
                        violation -> assertThat(violation.kind()).isEqualTo(kind))
                .hasCause(failure);
    }

    @Test
    void the_driver_tells_table_and_column_and_the_contract_the_relation() {
        SQLException failure = driver("SERROR|C23502|Mnull value|tbooks|cwriter_id");

        assertThat(translator.translate(new PersistenceException(failure)))
                .isInstanceOfSatisfying(IntegrityViolationException.class, violation -> {
                    assertThat(violation.table()).contains("books");
                    assertThat(violation.constraint()).contains("writer_id");
                })
                .hasMessageContaining("Writer.books");
    }

    @Test
    void the_longest_column_in_the_name_of_a_constraint_tells_the_relation() {
        SQLException failure = driver("SERROR|C23503|Mreferred|tbooks|nbooks_ghost_writer_id_fkey");

        assertThat(translator.translate(new PersistenceException(failure))).hasMessageContaining("Book.ghostWriter");
    }

    @Test
    void values_of_entities_are_not_told() {
        SQLException failure = driver("SERROR|C23505|Mduplicate key|DKey (id)=(4711) exists.|tbooks|nbooks_pkey");

        assertThat(translator.translate(new PersistenceException(failure)).getMessage())
                .doesNotContain("4711")
                .contains("books_pkey");
    }

    @Test
    void of_a_failed_batch_the_next_exception_tells_the_detail() {
        BatchUpdateException batch = new BatchUpdateException("batch", "23503", new int[0]);
        batch.setNextException(driver("SERROR|C23503|Mreferred|tbooks|nbooks_writer_id_fkey"));

        assertThat(translator.translate(new PersistenceException(batch)))
                .isInstanceOfSatisfying(IntegrityViolationException.class, violation -> {
                    assertThat(violation.kind()).isEqualTo(Kind.FOREIGN_KEY);
                    assertThat(violation.table()).contains("books");
                });
    }

    @Test
    void the_first_failure_that_is_recognised_decides() {
        SQLException aborted = new SQLException("current transaction is aborted", "25P02");
        aborted.setNextException(new SQLException("violated", "23505"));

        assertThat(translator.translate(new PersistenceException(aborted)))
                .isInstanceOf(IntegrityViolationException.class);
    }

    @Test
    void a_cause_beside_a_next_exception_is_seen() {
        SQLException outer = new SQLException("outer", new SQLException("violated", "23503"));
        outer.setNextException(new SQLException("something else", "XX000"));

        assertThat(translator.translate(new PersistenceException(outer)))
                .isInstanceOf(IntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "28P01", "3D000"})
    void a_database_that_does_not_answer_is_told_with_what_to_check(String state) {
        assertThat(translator.translate(new PersistenceException(new SQLException("no", state))))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(state)
                .hasMessageContaining("JDBC URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "42703", "3F000"})
    void a_schema_that_does_not_fit_is_told_with_the_first_line_of_the_database(String state) {
        SQLException failure = new SQLException("relation \"books\" does not exist\nPosition: 12", state);

        assertThat(translator.translate(new PersistenceException(failure)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("relation \"books\" does not exist")
                .hasMessageNotContaining("Position");
    }

    @Test
    void an_own_error_inside_a_providers_one_is_the_error() {
        RemovedEntityException own =
                new RemovedEntityException(new Refusal("Book", Rule.ORP_8, "it is gone", "Make a new one."));

        assertThat(translator.translate(new PersistenceException(new RuntimeException(own))))
                .isSameAs(own);
    }

    @Test
    void a_lock_failure_is_a_stale_entity_by_name_where_the_provider_tells_it() {
        RuntimeException named = new PersistenceException(new OptimisticLockException("stale", null, new Book()));
        RuntimeException unnamed = new OptimisticLockException("stale");

        assertThat(translator.translate(named))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageStartingWith("Book: ")
                .hasCause(named);
        assertThat(translator.translate(unnamed)).isInstanceOf(StaleEntityException.class);
    }

    @Test
    void what_is_not_recognised_is_passed_on_as_it_is() {
        RuntimeException plain = new IllegalStateException("no idea");
        RuntimeException sql = new PersistenceException(new SQLException("syntax", "42601"));
        RuntimeException stateless = new PersistenceException(new SQLException("no state"));

        assertThat(translator.translate(plain)).isSameAs(plain);
        assertThat(translator.translate(sql)).isSameAs(sql);
        assertThat(translator.translate(stateless)).isSameAs(stateless);
    }

    @Test
    void circles_of_causes_are_walked_once() {
        RuntimeException first = new RuntimeException("first");
        RuntimeException second = new RuntimeException("second", first);
        first.initCause(second);

        assertThat(translator.translate(second)).isSameAs(second);
    }

    private static PSQLException driver(String fields) {
        return new PSQLException(new ServerErrorMessage(fields.replace('|', '\0')));
    }

    @Entity
    @Table(name = "writers")
    static class Writer {
        @Id
        Integer id;

        @OneToMany(mappedBy = "writer")
        List<Book> books;
    }

    @Entity
    @Table(name = "books")
    static class Book {
        @Id
        Integer id;

        @ManyToOne
        @JoinColumn(name = "writer_id")
        Writer writer;

        @ManyToOne
        @JoinColumn(name = "ghost_writer_id")
        Writer ghostWriter;
    }
}
