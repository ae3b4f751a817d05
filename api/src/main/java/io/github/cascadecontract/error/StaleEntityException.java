package io.github.cascadecontract.error;

import io.github.cascadecontract.rule.Rule;
import org.jspecify.annotations.Nullable;

/** The row of an entity is gone, or its version has changed (rule TX-3). */
public final class StaleEntityException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /**
     * Reports a stale entity.
     *
     * @param entity name of the entity class, without any value
     * @param cause what the provider said, may be null
     */
    public StaleEntityException(String entity, @Nullable Throwable cause) {
        super(
                new Refusal(
                        entity,
                        Rule.TX_3,
                        "the row that was to be updated is gone or has another version",
                        "Roll back and read it again."),
                cause);
    }

    /** Reports a stale entity that a rule explains: a row that refresh or merge did not find, a version that differs. */
    public StaleEntityException(Refusal refusal) {
        super(refusal);
    }
}
