package io.github.cascadecontract.conformance.recording;

/** Thrown when a statement was sent whose tables cannot be told, so that nothing can be said about loading. */
public final class UnreadableStatementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableStatementException(String sql, Exception cause) {
        super(
                "Which tables does this statement touch? The parser does not understand it: " + sql
                        + System.lineSeparator()
                        + "Write it in a way that JSqlParser reads, or add the wording to SqlReader.",
                cause);
    }
}
