package io.github.cascadecontract.hibernate;

import static jakarta.persistence.CascadeType.PERSIST;
import static jakarta.persistence.CascadeType.REMOVE;

import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Versioned books with authors in a list, labels in a set, and pages without a back reference. */
final class Library {
    static final String[] TABLES = {
        "CREATE TABLE books (id int8 PRIMARY KEY, title text, version int4 NOT NULL DEFAULT 0)",
        "CREATE TABLE authors (id int8 PRIMARY KEY)",
        "CREATE TABLE labels (id int8 PRIMARY KEY)",
        "CREATE TABLE pages (id int8 PRIMARY KEY, book_id int8 REFERENCES books)",
        "CREATE TABLE book_authors (book_id int8 REFERENCES books, author_id int8 REFERENCES authors, PRIMARY KEY (book_id, author_id))",
        "CREATE TABLE book_labels (book_id int8 REFERENCES books, label_id int8 REFERENCES labels, PRIMARY KEY (book_id, label_id))",
        "INSERT INTO books VALUES (1, 'one'), (2, 'two')",
        "INSERT INTO authors VALUES (1), (2), (3)",
        "INSERT INTO labels VALUES (1), (2)",
        "INSERT INTO pages VALUES (1, 1), (2, 1), (3, NULL)",
        "INSERT INTO book_authors VALUES (1, 1), (1, 2), (2, 1)",
        "INSERT INTO book_labels VALUES (1, 1), (2, 1)"
    };

    private Library() {}

    static World world() {
        return World.of(CascadeContract.of(Book.class, Author.class, Label.class, Page.class), TABLES);
    }

    @Entity(name = "Book")
    @Table(name = "books")
    static class Book {
        @Id
        Long id;

        @Nullable
        String title;

        @Version
        int version;

        @ManyToMany(cascade = PERSIST)
        @JoinTable(
                name = "book_authors",
                joinColumns = @JoinColumn(name = "book_id"),
                inverseJoinColumns = @JoinColumn(name = "author_id"))
        List<Author> authors = new ArrayList<>();

        @ManyToMany(cascade = REMOVE)
        @JoinTable(
                name = "book_labels",
                joinColumns = @JoinColumn(name = "book_id"),
                inverseJoinColumns = @JoinColumn(name = "label_id"))
        Set<Label> labels = new HashSet<>();

        @OneToMany
        @JoinColumn(name = "book_id")
        List<Page> pages = new ArrayList<>();
    }

    @Entity(name = "Author")
    @Table(name = "authors")
    static class Author {
        @Id
        Long id;

        @ManyToMany(mappedBy = "authors")
        List<Book> books = new ArrayList<>();

        Author() {}

        Author(long id) {
            this.id = id;
        }
    }

    /** Knows nothing of books. */
    @Entity(name = "Label")
    @Table(name = "labels")
    static class Label {
        @Id
        Long id;
    }

    @Entity(name = "Page")
    @Table(name = "pages")
    static class Page {
        @Id
        Long id;
    }
}
