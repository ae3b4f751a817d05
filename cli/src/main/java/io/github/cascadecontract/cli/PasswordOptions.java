package io.github.cascadecontract.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the password comes from; never from the command line, where others can read it. */
final class PasswordOptions {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--password-env",
            paramLabel = "VARIABLE",
            description = "The environment variable that holds the password.")
    private @Nullable String variable;

    @Option(names = "--password-file", paramLabel = "FILE", description = "The file whose first line is the password.")
    private @Nullable Path file;

    @Option(names = "--password-prompt", interactive = true, description = "Asks for the password.")
    private char @Nullable [] typed;

    /** Known only to be refused without being repeated. */
    @Option(names = "--password", arity = "0..1", hidden = true)
    private void refuse(@Nullable String password) {
        throw new ParameterException(
                command.commandLine(),
                "Others can read a password on the command line. Use --password-env, --password-file or --password-prompt.");
    }

    String read() {
        if (typed != null) return new String(typed);
        return file == null ? fromEnvironment() : firstLine(file);
    }

    private String fromEnvironment() {
        String value = variable == null ? null : System.getenv(variable);
        if (value == null)
            throw new InputException("The environment variable %s of --password-env is not set.".formatted(variable));
        return value;
    }

    private static String firstLine(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? "" : lines.get(0);
        } catch (IOException unreadable) {
            throw new InputException("%s of --password-file cannot be read.".formatted(file));
        }
    }
}
