package io.github.cascadecontract.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;

/** A password comes from where others do not read it, and whatever goes wrong, it is not repeated. */
class PasswordTest {
    private static final String SECRET = "hunter2";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--password hunter2",
                "--password=hunter2",
                "--url jdbc:postgresql://ada:hunter2@localhost/shop",
                "--url jdbc:mysql://localhost/shop?password=hunter2",
                "--url jdbc:postgresql://localhost:1/shop?password=hunter2",
                "--url jdbc:postgresql://localhost:1/shop?password=hunter2&sslmode=nonsense"
            })
    void no_message_repeats_it(String options) throws IOException {
        String classes = new Sources(folder)
                .type("@Entity public class Lonely { @Id Long id; }")
                .compile();
        Run run = Run.of(("plan --entity Lonely --id 1 --classes " + classes + " " + options).split(" "));
        assertThat(run.err()).isNotEmpty().doesNotContain(SECRET);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isIn(ExitCode.INPUT, ExitCode.DATABASE);
    }

    @Test
    void it_is_the_first_line_of_a_file() throws IOException, SQLException {
        Path file = Files.writeString(folder.resolve("password"), SECRET + "\n");
        assertThat(source("--password-file", file.toString()).getPassword()).isEqualTo(SECRET);
    }

    @Test
    void it_is_a_variable_of_the_environment() throws SQLException {
        String variable = System.getenv().keySet().iterator().next();
        assertThat(source("--password-env", variable).getPassword()).isEqualTo(System.getenv(variable));
    }

    @Test
    void what_should_hold_it_must_be_there() {
        assertThatThrownBy(() -> source("--password-env", "NO_SUCH_VARIABLE"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("NO_SUCH_VARIABLE");
        assertThatThrownBy(() -> source("--password-file", "no-such-file"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no-such-file");
    }

    private static PGSimpleDataSource source(String... options) throws SQLException {
        DatabaseOptions database = new DatabaseOptions();
        CommandLine reader = new CommandLine(database);
        reader.parseArgs(Stream.concat(Stream.of("--url=jdbc:postgresql://localhost/shop"), Stream.of(options))
                .toArray(String[]::new));
        return (PGSimpleDataSource) database.dataSource();
    }
}
