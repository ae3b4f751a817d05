package io.github.cascadecontract.conformance.brokencases;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What a post has besides relations. */
@MappedSuperclass
abstract class Text {
    @Id
    private Long id;

    private String title;

    Long getId() {
        return id;
    }

    String getTitle() {
        return title;
    }
}
