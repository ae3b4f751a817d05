package io.github.cascadecontract.error;

import org.jspecify.annotations.Nullable;

/** The database does not answer, or its schema is not the one that the contract describes. */
public final class DatabaseException extends CascadeException {
    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure of the database.
     *
     * @param message what failed and what to check
     * @param cause what the driver or provider said, may be null
     */
    public DatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
