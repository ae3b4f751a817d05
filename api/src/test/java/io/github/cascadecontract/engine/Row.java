package io.github.cascadecontract.engine;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What all entities of the stories have: an assigned id. */
@MappedSuperclass
abstract class Row {
    @Id
    Integer id;
}
