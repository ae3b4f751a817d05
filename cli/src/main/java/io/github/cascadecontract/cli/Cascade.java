package io.github.cascadecontract.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where {@code java -jar} begins. */
@Command(
        name = "cascade",
        description = "Says what removals do in an application: what will hurt, and what a removal would remove.",
        subcommands = {CheckCommand.class, PlanCommand.class},
        synopsisSubcommandLabel = "(check | plan)",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Cascade {
    private Cascade() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String... arguments) {
        System.exit(commandLine()
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .execute(arguments));
    }

    static CommandLine commandLine() {
        Failures failures = new Failures();
        return new CommandLine(new Cascade())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    /** JSON and SARIF are UTF-8 wherever they are written, and pipes do not say what they are. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
