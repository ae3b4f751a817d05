package io.github.cascadecontract.conformance.check;

import static io.github.cascadecontract.finding.FindingCode.BLOCKS_OTHERWISE;
import static io.github.cascadecontract.finding.FindingCode.CASCADE_NOT_USED;
import static io.github.cascadecontract.finding.FindingCode.ON_DELETE_DIFFERS;
import static io.github.cascadecontract.finding.FindingCode.ON_DELETE_MISDECLARED;
import static io.github.cascadecontract.finding.FindingCode.UNDECLARED_ON_DELETE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code @OnDelete} says about a key is what the key has. */
class OnDeleteTest {
    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @Test
    void a_declared_cascade_that_the_database_does_not_have_is_found_where_the_key_decides() throws SQLException {
        books("");

        assertThat(tables.only(ON_DELETE_DIFFERS, Author.class, Book.class).sentence())
                .isEqualTo(
                        "@OnDelete says CASCADE, the key book_author_id_fkey of book says NO ACTION: a removal of Author does the latter.");
        assertThat(tables.mended(ON_DELETE_DIFFERS, Author.class, Book.class).findings())
                .isEmpty();
    }

    @Test
    void an_action_that_the_mapping_denies_is_found_as_well() {
        tables.make("""
                create table author (id bigint primary key);
                create table quote (id bigint primary key, author_id bigint references author on delete cascade);
                create index on quote (author_id)""");

        assertThat(tables.only(ON_DELETE_DIFFERS, Author.class, Quote.class).mend())
                .contains(
                        "REFERENCES \"%s\".\"author\" (\"id\") ON DELETE NO ACTION NOT VALID"
                                .formatted(tables.schema()),
                        "VALIDATE");
    }

    @Test
    void an_action_as_declared_is_right() {
        books("on delete cascade");

        assertThat(tables.check(Author.class, Book.class).findings()).isEmpty();
    }

    @Test
    void where_the_client_acts_first_a_difference_is_a_warning() {
        tables.make("""
                create table shelf (id bigint primary key);
                create table box (id bigint primary key, shelf_id bigint references shelf);
                create index on box (shelf_id)""");

        assertThat(CheckedTables.serious(tables.check(Shelf.class, Box.class))).containsExactly(ON_DELETE_MISDECLARED);
    }

    @Test
    void restrict_instead_of_no_action_is_only_worth_knowing() {
        tables.make("""
                create table author (id bigint primary key);
                create table quote (id bigint primary key, author_id bigint references author on delete restrict);
                create index on quote (author_id)""");

        assertThat(tables.find(BLOCKS_OTHERWISE, Author.class, Quote.class)).hasSize(1);
        assertThat(CheckedTables.serious(tables.check(Author.class, Quote.class)))
                .isEmpty();
    }

    @Test
    void what_the_mapping_does_not_tell_is_worth_knowing() {
        tables.make("""
                create table author (id bigint primary key);
                create table letter (id bigint primary key, author_id bigint references author on delete cascade);
                create index on letter (author_id)""");

        assertThat(tables.only(UNDECLARED_ON_DELETE, Author.class, Letter.class).sentence())
                .contains(
                        "letter_author_id_fkey of letter says CASCADE",
                        "Declare @OnDelete on the attribute that holds the key.");
        assertThat(CheckedTables.serious(tables.check(Author.class, Letter.class)))
                .isEmpty();
    }

    @Test
    void both_keys_of_a_link_table_are_looked_at() {
        tables.make("""
                create table post (id bigint primary key);
                create table tag (id bigint primary key);
                create table post_tag (posts_id bigint references post on delete cascade, tags_id bigint references tag,
                    primary key (posts_id, tags_id));
                create index on post_tag (tags_id)""");

        assertThat(tables.find(ON_DELETE_MISDECLARED, Post.class, Tag.class))
                .extracting(finding -> finding.where(), finding -> finding.constraint())
                .containsExactly(tuple("Tag.posts", "post_tag_tags_id_fkey"));
    }

    @Test
    void a_cascade_that_would_spare_the_client_the_work_is_told() {
        shelves("");

        assertThat(tables.only(CASCADE_NOT_USED, Shelf.class, Box.class).sentence())
                .contains("Say @PassiveDeletes(ON)");
    }

    @Test
    void it_is_not_told_where_somebody_chose_off_or_a_lower_row_would_be_in_the_way() {
        shelves(
                "create table label (id bigint primary key, box_id bigint references box); create index on label (box_id)");

        CascadeContract chosen = CascadeContract.builder(Shelf.class, Box.class)
                .relation(Shelf.class, "boxes", boxes -> boxes.passiveDeletes(PassiveDeletes.Mode.OFF))
                .build();
        assertThat(tables.find(CASCADE_NOT_USED, chosen)).isEmpty();
        assertThat(tables.find(CASCADE_NOT_USED, Shelf.class, Box.class, Label.class))
                .isEmpty();
    }

    private void books(String action) {
        tables.make("""
                create table author (id bigint primary key);
                create table book (id bigint primary key, author_id bigint references author %s);
                create index on book (author_id)""".formatted(action));
    }

    private void shelves(String more) {
        tables.make("""
                create table shelf (id bigint primary key);
                create table box (id bigint primary key, shelf_id bigint references shelf on delete cascade);
                create index on box (shelf_id);""" + more);
    }

    @Entity(name = "Author")
    static class Author {
        @Id
        Long id;
    }

    @Entity(name = "Book")
    static class Book {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Author author;
    }

    @Entity(name = "Quote")
    static class Quote {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.NO_ACTION)
        Author author;
    }

    @Entity(name = "Letter")
    static class Letter {
        @Id
        Long id;

        @ManyToOne
        Author author;
    }

    @Entity(name = "Shelf")
    static class Shelf {
        @Id
        Long id;

        @OneToMany(mappedBy = "shelf", cascade = CascadeType.REMOVE)
        List<Box> boxes;
    }

    @Entity(name = "Box")
    static class Box {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Shelf shelf;
    }

    @Entity(name = "Label")
    static class Label {
        @Id
        Long id;

        @ManyToOne
        Box box;
    }

    @Entity(name = "Post")
    static class Post {
        @Id
        Long id;

        @ManyToMany
        @OnDelete(ReferentialAction.CASCADE)
        List<Tag> tags;
    }

    @Entity(name = "Tag")
    static class Tag {
        @Id
        Long id;

        @ManyToMany(mappedBy = "tags")
        List<Post> posts;
    }
}
