package io.github.cascadecontract.eclipselink;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "tags")
class Tag {
    @Id
    Long id;

    protected Tag() {}

    Tag(long id) {
        this.id = id;
    }
}
