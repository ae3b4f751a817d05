package io.github.cascadecontract.cli;

/** What was given cannot be used; the message says what and what to give instead. */
final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
