package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.error.CascadeException;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * An error as it was raised, without what differs between runs.
 *
 * @param type simple name of the provider's exception
 * @param message what it says, without values
 */
record Raised(String type, String message) {
    private static final String PACKAGE = Raised.class.getPackageName().replace(".", "\\.");

    static Raised of(RuntimeException failure) {
        return failure instanceof CascadeException refusal
                ? new Raised(refusal.getClass().getSimpleName(), String.valueOf(refusal.getMessage()))
                : ofOthers(failure);
    }

    private static Raised ofOthers(RuntimeException failure) {
        List<Throwable> chain = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        // Those of Java, Jakarta Persistence and Java's driver interface only wrap what the provider says.
        Throwable told = chain.stream()
                .filter(cause -> !cause.getClass().getName().matches("(java|jakarta)\\..*"))
                .findFirst()
                .orElse(failure);
        String message = chain.stream()
                .filter(PSQLException.class::isInstance)
                .map(cause -> ofServer((PSQLException) cause))
                .findFirst()
                .orElseGet(() -> ofProvider(told));
        return new Raised(told.getClass().getSimpleName(), message);
    }

    /** The detail below the first line names values. */
    private static String ofServer(PSQLException failure) {
        ServerErrorMessage server = failure.getServerErrorMessage();
        return "%s (SQLSTATE %s)".formatted(server == null ? null : server.getMessage(), failure.getSQLState());
    }

    private static String ofProvider(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll(PACKAGE + "[.\\w$]*[.$]", "");
    }

    @Override
    public String toString() {
        return type + ": " + message;
    }
}
