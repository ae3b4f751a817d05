package io.github.cascadecontract.conformance.database;

/** A server that did not start; the message is the cause in one line. */
final class LaunchFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LaunchFailedException(String cause, Throwable failure) {
        super(cause, failure);
    }

    DatabaseUnavailableException unavailable() {
        String cause = String.valueOf(getMessage());
        return new DatabaseUnavailableException(
                SteppingDown.isRoot() ? WaysOut.embeddedAsRoot(cause) : WaysOut.embedded(cause), this);
    }
}
