package io.github.cascadecontract.mapping;

/** Who gives an entity its id. */
public enum IdGeneration {
    /** The application. */
    ASSIGNED,
    /** An identity column. */
    IDENTITY,
    /** A database sequence. */
    SEQUENCE,
    /** The client makes a random UUID. */
    UUID,
    /** The provider's own choice ({@code GenerationType.AUTO} without a generator, TABLE). */
    PROVIDER;

    /** Whether the application leaves the id empty. */
    public boolean isGenerated() {
        return this != ASSIGNED;
    }
}
