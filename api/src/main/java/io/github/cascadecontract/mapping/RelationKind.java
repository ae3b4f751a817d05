package io.github.cascadecontract.mapping;

/** The four kinds of relations that Jakarta Persistence knows. */
public enum RelationKind {
    /** {@code jakarta.persistence.OneToOne}. */
    ONE_TO_ONE,
    /** {@code jakarta.persistence.OneToMany}. */
    ONE_TO_MANY,
    /** {@code jakarta.persistence.ManyToOne}. */
    MANY_TO_ONE,
    /** {@code jakarta.persistence.ManyToMany}. */
    MANY_TO_MANY;

    /** Whether the attribute holds a collection. */
    public boolean isCollection() {
        return this == ONE_TO_MANY || this == MANY_TO_MANY;
    }
}
