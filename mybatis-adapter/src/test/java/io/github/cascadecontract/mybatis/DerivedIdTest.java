package io.github.cascadecontract.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.UnitOfWorkFactory;
import io.github.cascadecontract.contract.CascadeContract;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An id of one column that is taken from a parent whose own id is generated, as a number or as a random text. */
class DerivedIdTest {
    private TestSchema schema;
    private UnitOfWorkFactory factory;

    @BeforeEach
    void begin() {
        schema = new TestSchema("""
                CREATE TABLE people (id bigserial PRIMARY KEY, token text);
                CREATE TABLE passports (person_id bigint PRIMARY KEY REFERENCES people, number text);
                CREATE TABLE tokens (id text PRIMARY KEY);
                """);
        factory = UnitOfWorkFactory.open(
                CascadeContract.of(Person.class, Passport.class, Token.class), schema.dataSource());
    }

    @AfterEach
    void end() {
        assertThat(schema.connectionsInUse()).isZero();
        factory.close();
        schema.close();
    }

    @Test
    void it_is_known_after_the_flush_that_gave_the_parent_its_id() {
        Person person = new Person();
        person.passport = new Passport("x1");
        factory.inTransaction(work -> work.persist(person));

        assertThat(person.passport.id).isNotNull().isEqualTo(person.id);
        factory.inTransaction(work -> {
            Passport passport = work.find(Passport.class, person.id);
            assertThat(passport.number).isEqualTo("x1");
            assertThat(passport.person.getId()).isEqualTo(person.id);
            assertThat(work.isLoaded(passport, "person")).isFalse();
        });
    }

    @Test
    void a_child_follows_its_parent() {
        Person person = new Person();
        person.passport = new Passport("x1");
        factory.inTransaction(work -> work.persist(person));

        factory.inTransaction(work -> work.find(Passport.class, person.id).number = "x2");
        assertThat(schema.column("SELECT number FROM passports")).containsExactly("x2");
        factory.inTransaction(work -> work.remove(work.find(Person.class, person.id)));
        assertThat(schema.column("SELECT count(*) FROM passports")).containsExactly("0");
    }

    @Test
    void a_random_text_is_given_before_the_insert() {
        Token token = new Token();
        factory.inTransaction(work -> work.persist(token));

        assertThat(schema.column("SELECT id FROM tokens")).containsExactly(token.id);
        assertThat(token.id).hasSize(36);
    }

    @Entity
    @Table(name = "people")
    static class Person {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @OneToOne(mappedBy = "person", cascade = CascadeType.ALL, orphanRemoval = true)
        private Passport passport;

        Long getId() {
            return id;
        }

        Passport getPassport() {
            return passport;
        }
    }

    @Entity
    @Table(name = "passports")
    static class Passport {
        @Id
        private Long id;

        private String number;

        @MapsId
        @OneToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "person_id")
        private Person person;

        Passport() {}

        Passport(String number) {
            this.number = number;
        }
    }

    @Entity
    @Table(name = "tokens")
    static class Token {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        private String id;
    }
}
