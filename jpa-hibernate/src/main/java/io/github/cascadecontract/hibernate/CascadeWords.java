package io.github.cascadecontract.hibernate;

import jakarta.persistence.CascadeType;
import java.util.Collection;
import java.util.stream.Collectors;

/** Cascade settings in the words of Hibernate's boot model. */
final class CascadeWords {
    static final String NONE = "none";
    static final String DELETE_ORPHAN = "delete-orphan";

    private CascadeWords() {}

    static String of(Collection<CascadeType> operations) {
        if (operations.isEmpty()) return NONE;
        return operations.stream().map(CascadeWords::of).collect(Collectors.joining(","));
    }

    private static String of(CascadeType operation) {
        return switch (operation) {
            case ALL -> "all";
            case PERSIST -> "persist";
            case MERGE -> "merge";
            case REMOVE -> "delete";
            case REFRESH -> "refresh";
            case DETACH -> "evict";
        };
    }
}
