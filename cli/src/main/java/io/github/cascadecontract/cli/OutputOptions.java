package io.github.cascadecontract.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where the result goes; remarks for people go to the error stream. */
final class OutputOptions {
    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write. Default: the console.")
    private @Nullable Path file;

    void write(String text) {
        if (file == null) print(text);
        else write(text, file);
    }

    void remark(String sentence) {
        command.commandLine().getErr().println(sentence);
    }

    private void print(String text) {
        PrintWriter out = command.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private static void write(String text, Path file) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new InputException("%s of --output cannot be written: %s."
                    .formatted(file, unwritable.getClass().getSimpleName()));
        }
    }
}
