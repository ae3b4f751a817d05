package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToOne;

/** A person has a passport, which holds the key. */
final class People {
    private People() {}

    static ContractBuilder contract() {
        return CascadeContract.builder(Person.class, Passport.class);
    }

    static Person person(Integer id) {
        Person person = new Person();
        person.id = id;
        return person;
    }

    static Passport passport(Integer id) {
        Passport passport = new Passport();
        passport.id = id;
        return passport;
    }

    @Entity(name = "Person")
    static class Person extends Row {
        @OneToOne(mappedBy = "person", fetch = FetchType.LAZY)
        Passport passport;
    }

    @Entity(name = "Passport")
    static class Passport extends Row {
        @OneToOne
        Person person;
    }

    static class PersonProxy extends Person {}
}
