package io.github.cascadecontract.conformance.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the sentence that tells why PostgreSQL's programs gave up; their exit code does not. */
final class LaunchOutput {

    private static final Pattern COMPLAINT =
            Pattern.compile("(?i)\\b(error|fatal|panic|cannot|could not|failed|denied|refused|no such|not found)\\b");

    private LaunchOutput() {}

    static String cause(Path output, Throwable failure) {
        return lines(output).stream()
                .filter(line -> COMPLAINT.matcher(line).find())
                .findFirst()
                .orElseGet(() -> deepest(failure).toString());
    }

    private static List<String> lines(Path output) {
        try {
            return Files.readAllLines(output);
        } catch (IOException nothingWritten) {
            return List.of();
        }
    }

    private static Throwable deepest(Throwable failure) {
        return Optional.ofNullable(failure.getCause())
                .map(LaunchOutput::deepest)
                .orElse(failure);
    }
}
