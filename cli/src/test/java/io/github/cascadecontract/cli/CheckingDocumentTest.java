package io.github.cascadecontract.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/checking.md shows is what the commands print, and its commands have options that exist. */
class CheckingDocumentTest {
    @RegisterExtension
    static final Blog BLOG = new Blog();

    private static final Path DOCUMENT =
            Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."), "docs", "checking.md");
    private static final String COMMAND = "java -jar cascade-cli.jar ";

    @Test
    void the_output_of_the_check_is_real() throws SQLException, IOException {
        Run run = BLOG.run("check");
        assertShown(0, run.out() + run.err());
    }

    @Test
    void the_output_of_the_plan_is_real() throws SQLException, IOException {
        BLOG.mend();
        assertShown(1, BLOG.run("plan", "--entity", "User", "--id", "1").out());
    }

    @Test
    void the_commands_have_options_that_exist() throws IOException {
        List<String> commands = blocks("sh|yaml").stream()
                .map(block -> block.replaceAll("\\s+(\\\\\\s+)?", " "))
                .filter(block -> block.contains(COMMAND))
                .toList();
        assertThat(commands).hasSize(4).allSatisfy(CheckingDocumentTest::assertParsed);
    }

    private static void assertParsed(String block) {
        String command =
                block.substring(block.indexOf(COMMAND) + COMMAND.length()).replaceFirst(" env:.*", "");
        String[] arguments = Arrays.stream(command.split(" "))
                .map(argument -> argument.replace("'", ""))
                .toArray(String[]::new);
        assertThatCode(() -> Cascade.commandLine().parseArgs(arguments))
                .as(command)
                .doesNotThrowAnyException();
    }

    /** The reader's tables are in the schema that every database has. */
    private static void assertShown(int index, String printed) throws IOException {
        String real = printed.replace(BLOG.schema(), "public").strip();
        if (Boolean.getBoolean("cascade.write-docs")) {
            String before = Files.readString(DOCUMENT);
            Files.writeString(DOCUMENT, before.replace(blocks("text").get(index), real));
        }
        assertThat(blocks("text").get(index))
                .as("run with -Dcascade.write-docs=true to write it")
                .isEqualTo(real);
    }

    private static List<String> blocks(String languages) throws IOException {
        return Pattern.compile("```(?:" + languages + ")\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(block -> block.group(1).strip())
                .toList();
    }
}
