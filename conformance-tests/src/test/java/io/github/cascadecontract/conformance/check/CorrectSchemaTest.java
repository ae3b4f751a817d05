package io.github.cascadecontract.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.annotation.OnDelete;
import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.annotation.Protected;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A schema with a bit of everything that does what its mapping says. Nothing in it matters to a check. */
class CorrectSchemaTest {
    private static final CascadeContract CONTRACT = CascadeContract.of(
            Customer.class,
            Address.class,
            Purchase.class,
            Position.class,
            Product.class,
            Category.class,
            Keyword.class,
            Payment.class,
            CardPayment.class,
            Note.class,
            PhoneNote.class,
            Journal.class);

    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @Test
    void a_correct_schema_has_no_finding_that_matters() {
        tables.make("""
                create table customer (id bigint primary key, version integer, first_name varchar(50));
                create table address (customer_id bigint primary key references customer, city text);
                create table customer_phones (customer_id bigint not null references customer, phone text,
                    primary key (customer_id, phone));
                create table category (id bigint primary key, parent_id bigint references category on delete cascade);
                create index on category (parent_id);
                create table product (id uuid primary key, category_id bigint references category on delete set null);
                create index on product (category_id) where category_id is not null;
                create table keyword (word varchar(30) primary key);
                create table product_keyword (product_id uuid references product on delete cascade,
                    word varchar(30) references keyword on delete cascade, primary key (product_id, word));
                create index on product_keyword (word);
                create table purchase (id bigint primary key, customer_id bigint not null references customer);
                create index on purchase (customer_id, id);
                create table position (purchase_id bigint references purchase on delete cascade, line integer,
                    product_id uuid not null references product, primary key (purchase_id, line));
                create table payment (id bigint primary key, purchase_id bigint not null references purchase);
                create index on payment (purchase_id);
                create table card_payment (id bigint primary key references payment, card text);
                create table note (id bigint primary key, dtype text, customer_id bigint references customer, phone text);
                create index on note (customer_id);
                create table journal (id bigint primary key, purchase_id bigint references purchase on delete set null);
                create index on journal (purchase_id);
                create table warehouse (id bigint primary key, product_id uuid references product on delete set null);
                create index on warehouse (product_id)""");

        assertThat(tables.check(CONTRACT).toString())
                .as(tables.check(CONTRACT).toString())
                .doesNotContain("ERROR", "WARNING");
    }

    @Test
    void neither_has_its_mapping_alone() {
        assertThat(CheckedTables.serious(CONTRACT.check())).isEmpty();
    }

    @Entity(name = "Customer")
    static class Customer {
        @Id
        Long id;

        @Version
        Integer version;

        String firstName;

        @OneToOne(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
        Address address;

        @ElementCollection
        @CollectionTable(name = "customer_phones")
        @Column(name = "phone")
        Set<String> phones;

        @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Purchase> purchases;

        @OneToMany(cascade = CascadeType.ALL)
        @JoinColumn(name = "customer_id")
        List<Note> notes;
    }

    @Entity(name = "Address")
    static class Address {
        @Id
        Long id;

        @OneToOne
        @MapsId
        Customer customer;

        String city;
    }

    @Entity(name = "Purchase")
    static class Purchase {
        @Id
        Long id;

        @ManyToOne(optional = false)
        Customer customer;

        @OneToMany(mappedBy = "purchase", cascade = CascadeType.ALL, orphanRemoval = true)
        @PassiveDeletes
        List<Position> positions;

        @OneToMany(mappedBy = "purchase", cascade = CascadeType.REMOVE)
        List<Payment> payments;
    }

    @Embeddable
    record PositionId(Long purchaseId, Integer line) {}

    @Entity(name = "Position")
    static class Position {
        @EmbeddedId
        PositionId id;

        @ManyToOne
        @MapsId("purchaseId")
        @JoinColumn(name = "purchase_id")
        @OnDelete(ReferentialAction.CASCADE)
        Purchase purchase;

        @ManyToOne(optional = false)
        Product product;
    }

    @Entity(name = "Product")
    static class Product {
        @Id
        UUID id;

        @ManyToOne
        @OnDelete(ReferentialAction.SET_NULL)
        Category category;

        @ManyToMany
        @JoinTable(
                name = "product_keyword",
                joinColumns = @JoinColumn(name = "product_id"),
                inverseJoinColumns = @JoinColumn(name = "word"))
        @PassiveDeletes
        @OnDelete(ReferentialAction.CASCADE)
        Set<Keyword> keywords;
    }

    @Entity(name = "Keyword")
    static class Keyword {
        @Id
        String word;

        @ManyToMany(mappedBy = "keywords")
        Set<Product> products;
    }

    @Entity(name = "Category")
    static class Category {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.CASCADE)
        Category parent;

        @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL, orphanRemoval = true)
        @PassiveDeletes
        List<Category> children;

        @OneToMany(mappedBy = "category")
        @PassiveDeletes
        List<Product> products;
    }

    @Entity(name = "Payment")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Payment {
        @Id
        Long id;

        @ManyToOne(optional = false)
        Purchase purchase;
    }

    @Entity(name = "card_payment")
    static class CardPayment extends Payment {
        String card;
    }

    @Entity(name = "Note")
    static class Note {
        @Id
        Long id;
    }

    @Entity(name = "PhoneNote")
    static class PhoneNote extends Note {
        String phone;
    }

    @Entity(name = "Journal")
    @Protected
    static class Journal {
        @Id
        Long id;

        @ManyToOne
        @OnDelete(ReferentialAction.SET_NULL)
        Purchase purchase;
    }
}
