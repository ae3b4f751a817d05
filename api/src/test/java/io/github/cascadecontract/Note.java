package io.github.cascadecontract;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** An entity for the tests of the unit of work. */
@Entity
class Note {
    @Id
    Integer id;

    @ManyToOne(fetch = FetchType.LAZY)
    Note answerTo;

    Note() {}

    Note(Integer id) {
        this.id = id;
    }
}
