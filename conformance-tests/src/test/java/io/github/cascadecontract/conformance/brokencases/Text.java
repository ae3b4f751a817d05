package io.github.cascadecontract.conformance.brokencases;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What a post has besides relations. */
@MappedSuperclass
abstract class Text {
    @Id
    private Long id;

    private String title;

    String getTitle() {
        return title;
    }
}
