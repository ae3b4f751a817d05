package io.github.cascadecontract.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.hibernate.Library.Author;
import io.github.cascadecontract.hibernate.Library.Book;
import io.github.cascadecontract.hibernate.Library.Label;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists and sets of links, seen from both ends and from one. */
class ManyToManyTest {
    private final World world = Library.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_link_that_is_twice_in_a_list_is_written_once() {
        assertThat(writtenBy(work -> {
                    Author third = work.find(Author.class, 3L);
                    List<Author> authors = work.find(Book.class, 1L).authors;
                    authors.add(third);
                    authors.add(third);
                }))
                .containsExactly("insert book_authors x1");
        assertThat(links()).containsExactly("1,1", "1,2", "1,3", "2,1");
    }

    @Test
    void a_link_that_stays_in_a_list_once_is_not_touched() {
        assertThat(writtenBy(work -> {
                    Book book = work.find(Book.class, 1L);
                    Author first = work.find(Author.class, 1L);
                    assertThat(book.authors).hasSize(2);
                    book.authors.add(first);
                    book.authors.remove(first);
                    assertThat(book.authors).contains(first);
                }))
                .isEmpty();
    }

    @Test
    void a_link_that_both_ends_name_is_written_once() {
        assertThat(writtenBy(work -> {
                    Book book = work.find(Book.class, 2L);
                    Author second = work.find(Author.class, 2L);
                    book.authors.add(second);
                    second.books.add(book);
                }))
                .containsExactly("insert book_authors x1");
    }

    @Test
    void the_end_that_does_not_own_the_table_writes_it_as_well() {
        assertThat(writtenBy(work -> {
                    Author first = work.find(Author.class, 1L);
                    first.books.remove(work.find(Book.class, 2L));
                    work.find(Author.class, 3L).books.add(work.find(Book.class, 2L));
                }))
                .containsExactlyInAnyOrder("delete book_authors x1", "insert book_authors x1");
        assertThat(links()).containsExactly("1,1", "1,2", "2,3");
    }

    @Test
    void a_replaced_list_writes_the_difference() {
        assertThat(writtenBy(work -> {
                    Book book = work.find(Book.class, 1L);
                    book.authors = new ArrayList<>(List.of(work.find(Author.class, 2L), new Author(4)));
                }))
                .containsExactlyInAnyOrder("insert authors x1", "delete book_authors x1", "insert book_authors x1");
        assertThat(links()).containsExactly("1,2", "1,4", "2,1");
    }

    @Test
    void a_link_that_is_gone_is_done() {
        world.units().inTransaction(work -> {
            Book book = work.find(Book.class, 1L);
            book.authors.remove(0);
            world.execute("DELETE FROM book_authors WHERE book_id = 1");
        });
        assertThat(links()).containsExactly("2,1");
    }

    @Test
    void remove_over_an_unidirectional_set_reaches_the_far_side_and_fails_where_others_link_it() {
        world.execute("DELETE FROM book_labels WHERE book_id = 2");
        world.units().inTransaction(work -> work.remove(work.find(Book.class, 1L)));
        assertThat(world.rows("SELECT id FROM labels")).containsExactly("2");
        assertThat(world.rows("SELECT id FROM authors")).hasSize(3);
        assertThat(world.rows("SELECT book_id FROM pages ORDER BY id")).containsExactly("null", "null", "null");
    }

    @Test
    void an_unloaded_list_takes_what_is_added_without_loading() {
        List<String> sent = world.sentBy(work -> {
            work.find(Book.class, 2L).authors.add(work.find(Author.class, 3L));
            work.find(Book.class, 2L).labels.add(work.find(Label.class, 2L));
        });
        assertThat(sent).contains("insert book_authors x1", "insert book_labels x1");
        assertThat(links()).contains("2,1", "2,3");
    }

    private List<String> writtenBy(java.util.function.Consumer<io.github.cascadecontract.UnitOfWork> work) {
        return world.sentBy(work).stream()
                .filter(sent -> !sent.startsWith("select") && !sent.endsWith("x0"))
                .toList();
    }

    private List<String> links() {
        return world.rows("SELECT book_id, author_id FROM book_authors ORDER BY 1, 2");
    }
}
