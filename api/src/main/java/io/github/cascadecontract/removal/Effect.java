package io.github.cascadecontract.removal;

/** What happens to rows. */
public enum Effect {
    /** The rows are deleted. */
    DELETE("delete"),
    /** Link rows of a many-to-many, or rows of an element collection, are deleted; what they refer to stays. */
    DELETE_LINKS("delete links"),
    /** Their key is set to NULL. */
    SET_NULL("set null"),
    /** Their key is set to the column's default. */
    SET_DEFAULT("set default"),
    /** They prevent the removal; {@link PlannedRows#obstacle} says why. */
    BLOCKED("blocked");

    private final String words;

    Effect(String words) {
        this.words = words;
    }

    /** How texts name it. */
    public String words() {
        return words;
    }

    /** Whether rows vanish. */
    public boolean deletes() {
        return this == DELETE || this == DELETE_LINKS;
    }

    /** Whether rows stay with another key. */
    public boolean updates() {
        return this == SET_NULL || this == SET_DEFAULT;
    }
}
