package io.github.cascadecontract.conformance.brokencases;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What a user has besides relations. */
@MappedSuperclass
abstract class Person {
    @Id
    private Long id;

    private String name;

    void setName(String name) {
        this.name = name;
    }
}
