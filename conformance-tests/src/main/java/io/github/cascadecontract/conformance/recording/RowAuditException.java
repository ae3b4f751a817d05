package io.github.cascadecontract.conformance.recording;

import org.jspecify.annotations.Nullable;

/** Thrown when the row audit cannot be trusted or cannot be read. Then nothing that it would say counts. */
public final class RowAuditException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RowAuditException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
