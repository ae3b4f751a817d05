package io.github.cascadecontract.conformance.database;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the database that was asked for cannot be had.
 *
 * <p>The message is written for the person at the console: what was tried, why it failed, and every way out. It holds
 * no password.
 */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
