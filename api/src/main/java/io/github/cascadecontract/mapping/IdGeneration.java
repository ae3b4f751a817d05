package io.github.cascadecontract.mapping;

/** Who gives an entity its id. */
public enum IdGeneration {
    /** The application. */
    ASSIGNED,
    /** An identity column. */
    IDENTITY,
    /** A database sequence. */
    SEQUENCE,
    /** The provider's own choice ({@code GenerationType.AUTO} without a generator, TABLE, UUID). */
    PROVIDER;

    /** Whether the application leaves the id empty. */
    public boolean isGenerated() {
        return this != ASSIGNED;
    }
}
