package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.error.StaleEntityException;
import io.github.cascadecontract.hibernate.Library.Book;
import io.github.cascadecontract.hibernate.Library.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows that are gone or changed behind the session's back (rule TX-3). */
class VersionTest {
    private final World world = Library.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_versioned_delete_of_a_row_that_is_gone_is_done() {
        world.execute("DELETE FROM book_labels", "DELETE FROM book_authors", "UPDATE pages SET book_id = NULL");
        List<String> sent = world.sentBy(work -> {
            work.remove(work.find(Book.class, 1L));
            work.remove(work.find(Book.class, 2L));
            world.execute("DELETE FROM books WHERE id = 1");
        });
        assertThat(sent)
                .contains("delete books x1")
                .filteredOn(VersionTest::looksForRows)
                .hasSize(1);
        assertThat(world.rows("SELECT id FROM books")).isEmpty();
    }

    @Test
    void a_versioned_delete_of_a_changed_row_is_stale() {
        world.execute("DELETE FROM book_labels", "DELETE FROM book_authors", "UPDATE pages SET book_id = NULL");
        assertThatThrownBy(() -> world.units().inTransaction(work -> {
                    work.remove(work.find(Book.class, 1L));
                    world.execute("UPDATE books SET version = 7 WHERE id = 1");
                }))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("Book");
        assertThat(world.rows("SELECT id FROM books ORDER BY id")).containsExactly("1", "2");
    }

    @Test
    void a_versioned_delete_that_hits_its_row_looks_for_nothing() {
        world.execute("DELETE FROM book_labels", "DELETE FROM book_authors", "UPDATE pages SET book_id = NULL");
        assertThat(world.sentBy(work -> work.remove(work.find(Book.class, 1L)))).noneMatch(VersionTest::looksForRows);
    }

    @Test
    void a_versioned_update_of_a_changed_row_is_stale() {
        assertThatThrownBy(() -> world.units().inTransaction(work -> {
                    work.find(Book.class, 1L).title = "changed";
                    world.execute("UPDATE books SET version = 7 WHERE id = 1");
                }))
                .isInstanceOf(StaleEntityException.class);
    }

    @Test
    void a_key_in_a_row_that_is_gone_is_stale_but_a_deleted_child_that_is_gone_is_done() {
        assertThatThrownBy(() -> world.units().inTransaction(work -> {
                    work.find(Book.class, 2L).pages.add(work.find(Page.class, 3L));
                    world.execute("DELETE FROM pages WHERE id = 3");
                }))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("Page");
        world.units().inTransaction(work -> {
            work.remove(work.find(Page.class, 1L));
            world.execute("DELETE FROM pages WHERE id = 1");
        });
        assertThat(world.rows("SELECT id FROM pages")).containsExactly("2");
    }

    /** Hibernate writes its own SELECTs in small letters. */
    private static boolean looksForRows(String sent) {
        return sent.startsWith("select books x");
    }
}
