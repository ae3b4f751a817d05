package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lifecycle callbacks: once for each entity that the client handles. */
class LifecycleTest {
    private static final List<String> CALLS = new ArrayList<>();

    private TestSchema schema;
    private UnitOfWorkFactory factory;

    @BeforeEach
    void begin() {
        schema = new TestSchema("""
                CREATE TABLE books (id int PRIMARY KEY, title text, stamp text);
                CREATE TABLE covers (id int PRIMARY KEY, book_id int REFERENCES books);
                CREATE TABLE pages (id int PRIMARY KEY, text text, book_id int REFERENCES books,
                    next_id int REFERENCES pages);
                INSERT INTO books VALUES (1, 'one', NULL);
                INSERT INTO pages VALUES (11, 'a', 1, NULL), (12, 'b', 1, NULL);
                """);
        factory = UnitOfWorkFactory.open(CascadeContract.of(Book.class, Cover.class, Page.class), schema.dataSource());
        CALLS.clear();
    }

    @AfterEach
    void end() {
        factory.close();
        schema.close();
    }

    @Test
    void persist_is_called_when_an_entity_becomes_managed_and_when_its_row_is_there() {
        factory.inTransaction(work -> {
            Book book = new Book(2, "two");
            Page page = new Page(21);
            book.pages.add(page);
            work.persist(book);
            assertThat(CALLS).containsExactly("PrePersist book 2", "listener PrePersist page 21");
            Page late = new Page(22);
            book.pages.add(late);
            CALLS.clear();
            work.flush();
            assertThat(CALLS)
                    .containsExactly(
                            "listener PrePersist page 22",
                            "PostPersist book 2",
                            "listener PostPersist page 21",
                            "listener PostPersist page 22");
        });
        assertThat(schema.column("SELECT stamp FROM books WHERE id = 2")).containsExactly("persisted");
    }

    @Test
    void update_is_called_once_for_what_is_written_and_may_change_it() {
        factory.inTransaction(work -> {
            Book book = work.find(Book.class, 1);
            assertThat(book.pages).hasSize(2);
            CALLS.clear();
            work.flush();
            assertThat(CALLS).isEmpty();
            book.title = "changed";
            schema.sent();
            work.flush();
            assertThat(schema.sent()).containsExactly("UPDATE books");
            work.flush();
        });

        assertThat(CALLS).containsExactly("PreUpdate book 1", "PostUpdate book 1");
        assertThat(schema.column("SELECT title || stamp FROM books")).containsExactly("changedupdated");
    }

    @Test
    void removal_is_called_for_every_entity_that_the_client_removes() {
        factory.inTransaction(work -> work.remove(work.find(Book.class, 1)));

        assertThat(CALLS)
                .filteredOn(call -> call.contains("Remove"))
                .containsExactlyInAnyOrder(
                        "listener PreRemove page 11",
                        "listener PreRemove page 12",
                        "PreRemove book 1",
                        "listener PostRemove page 11",
                        "listener PostRemove page 12",
                        "PostRemove book 1");
    }

    @Test
    void an_orphan_is_removed_and_not_updated_also_where_a_circle_is_broken() {
        factory.inTransaction(work -> {
            Book book = work.find(Book.class, 1);
            Page first = book.pages.get(0);
            first.next = book.pages.get(1);
            first.next.next = first;
            work.flush();
            CALLS.clear();
            book.pages.clear();
        });

        assertThat(CALLS).hasSize(4).allMatch(call -> call.contains("Remove page"));
    }

    @Test
    void a_circle_of_new_rows_is_persisted_and_not_updated() {
        factory.inTransaction(work -> {
            Page one = new Page(31);
            Page two = new Page(32);
            one.next = two;
            two.next = one;
            work.persist(one);
            work.persist(two);
        });

        assertThat(CALLS).hasSize(4).allMatch(call -> call.contains("Persist page"));
        assertThat(schema.column("SELECT next_id FROM pages WHERE id > 30 ORDER BY id"))
                .containsExactly("32", "31");
    }

    @Test
    void load_is_called_once_when_the_row_is_read_and_again_after_refresh() {
        factory.inTransaction(work -> {
            Page page = work.find(Page.class, 11);
            assertThat(CALLS).containsExactly("listener PostLoad page 11");
            assertThat(page.book.getTitle()).isEqualTo("one");
            assertThat(CALLS)
                    .containsExactly(
                            "listener PostLoad page 11", "listener PostLoad page 12", "PostLoad book 1 of 2 pages");
            work.find(Book.class, 1);
            assertThat(CALLS).hasSize(3);
            assertThat(page.book.pages).hasSize(2);
            work.refresh(page);
            assertThat(CALLS).hasSize(4).last().isEqualTo("listener PostLoad page 11");
        });
    }

    @Test
    void what_a_callback_throws_fails_the_flush_and_nothing_is_written() {
        assertThatThrownBy(() -> factory.inTransaction(work -> work.find(Book.class, 1).title = "refused"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("refused by PreUpdate");
        assertThat(schema.column("SELECT title FROM books")).containsExactly("one");
    }

    @Entity
    @Table(name = "books")
    static class Book {
        @Id
        private int id;

        private String title;
        private String stamp;

        @OneToMany(mappedBy = "book", cascade = CascadeType.ALL, orphanRemoval = true)
        private List<Page> pages = new ArrayList<>();

        @OneToOne(mappedBy = "book")
        private Cover cover;

        Book() {}

        Book(int id, String title) {
            this.id = id;
            this.title = title;
        }

        String getTitle() {
            return title;
        }

        Cover getCover() {
            return cover;
        }

        @PrePersist
        void stampNew() {
            stamp = "persisted";
            CALLS.add("PrePersist book " + id);
        }

        @PostPersist
        void persisted() {
            CALLS.add("PostPersist book " + id);
        }

        @PreUpdate
        void stampChange() {
            if (title.equals("refused")) throw new IllegalStateException("refused by PreUpdate");
            stamp = "updated";
            CALLS.add("PreUpdate book " + id);
        }

        @PostUpdate
        private void updated() {
            CALLS.add("PostUpdate book " + id);
        }

        @PreRemove
        void removing() {
            CALLS.add("PreRemove book " + id);
        }

        @PostRemove
        void removed() {
            CALLS.add("PostRemove book " + id);
        }

        @PostLoad
        void loaded() {
            CALLS.add("PostLoad book %d of %d pages".formatted(id, pages.size()));
        }
    }

    @Entity
    @Table(name = "covers")
    static class Cover {
        @Id
        private int id;

        @OneToOne
        @JoinColumn(name = "book_id")
        private Book book;
    }

    @Entity
    @Table(name = "pages")
    @EntityListeners(PageListener.class)
    static class Page {
        @Id
        private int id;

        private String text;

        @ManyToOne
        @JoinColumn(name = "book_id")
        private Book book;

        @ManyToOne(cascade = CascadeType.PERSIST)
        @JoinColumn(name = "next_id")
        private Page next;

        Page() {}

        Page(int id) {
            this.id = id;
        }
    }

    static final class PageListener {
        @PrePersist
        void persisting(Page page) {
            CALLS.add("listener PrePersist page " + page.id);
        }

        @PostPersist
        void persisted(Page page) {
            CALLS.add("listener PostPersist page " + page.id);
        }

        @PreUpdate
        void updating(Page page) {
            CALLS.add("listener PreUpdate page " + page.id);
        }

        @PostUpdate
        void updated(Page page) {
            CALLS.add("listener PostUpdate page " + page.id);
        }

        @PreRemove
        void removing(Page page) {
            CALLS.add("listener PreRemove page " + page.id);
        }

        @PostRemove
        void removed(Page page) {
            CALLS.add("listener PostRemove page " + page.id);
        }

        @PostLoad
        void loaded(Page page) {
            CALLS.add("listener PostLoad page " + page.id);
        }
    }
}
