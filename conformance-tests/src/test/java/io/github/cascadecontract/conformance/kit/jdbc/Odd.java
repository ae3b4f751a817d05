package io.github.cascadecontract.conformance.kit.jdbc;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Set;

/** Has much that the example does not take. */
@Entity
class Odd {
    @Id
    private Long id;

    @Version
    private int version;

    private LocalDate day;

    @ElementCollection
    private Set<String> names;

    @PrePersist
    void beforePersist() {}
}
