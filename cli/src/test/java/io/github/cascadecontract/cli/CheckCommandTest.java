package io.github.cascadecontract.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What will hurt in a compiled application and its database. */
class CheckCommandTest {
    @RegisterExtension
    static final Blog BLOG = new Blog();

    private static final String CASCADE = "passive-without-cascade";
    private static final String INDEX = "key-without-index";

    @Test
    void findings_are_printed_with_what_mends_them() throws SQLException {
        Run run = BLOG.run("check");
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out().lines())
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("ERROR " + CASCADE + " User.posts: ")
                                .contains("ALTER TABLE"),
                        line -> assertThat(line).startsWith("WARNING " + INDEX).contains("CREATE INDEX"));
        assertThat(run.err()).isEqualToIgnoringNewLines("Found in mapping and database: 1 error, 1 warning, 0 infos.");
    }

    @Test
    void a_mended_schema_passes() throws SQLException {
        BLOG.mend();
        Run run = BLOG.run("check", "--ignore", "undeclared-on-delete");
        assertThat(run).isEqualTo(new Run(ExitCode.FINE, "", run.err()));
        assertThat(run.err()).contains("0 errors, 0 warnings, 0 infos");
    }

    @Test
    void the_limit_is_the_callers() throws SQLException {
        assertThat(BLOG.run("check", "--fail-on", "never").code()).isEqualTo(ExitCode.FINE);
        assertThat(BLOG.run("check", "--fail-on", "error", "--ignore", CASCADE).code())
                .isEqualTo(ExitCode.FINE);
        assertThat(BLOG.run("check", "--fail-on", "error").code()).isEqualTo(ExitCode.FOUND);
        BLOG.mend();
        assertThat(BLOG.run("check").code()).isEqualTo(ExitCode.FINE);
        assertThat(BLOG.run("check", "--fail-on", "info").code()).isEqualTo(ExitCode.FOUND);
    }

    @Test
    void a_finding_is_ignored_everywhere_or_at_its_place() throws SQLException {
        assertThat(BLOG.run("check", "--ignore", INDEX).out())
                .doesNotContain(INDEX)
                .contains(CASCADE);
        assertThat(BLOG.run("check", "--ignore", CASCADE + ":User.posts").out()).doesNotContain(CASCADE);
        Run elsewhere = BLOG.run("check", "--ignore", CASCADE + ":User.comments");
        assertThat(elsewhere.out()).contains(CASCADE);
        assertThat(elsewhere.err())
                .contains("--ignore passive-without-cascade:User.comments meets nothing. Take it off.");
    }

    @Test
    void a_report_is_a_file_if_the_caller_likes(@TempDir Path folder) throws SQLException, IOException {
        Path sarif = folder.resolve("cascade.sarif");
        Run run = BLOG.run("check", "--format", "sarif", "--output", sarif.toString());
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(sarif).content().contains("\"version\" : \"2.1.0\"", "\"ruleId\" : \"passive-without-cascade\"");
        assertThat(BLOG.run("check", "--format", "json").out())
                .startsWith("{")
                .contains("\"code\" : \"" + INDEX + "\"");
        assertThat(BLOG.run(
                                "check",
                                "--output",
                                folder.resolve("no/such/folder").toString())
                        .code())
                .isEqualTo(ExitCode.INPUT);
    }

    @Test
    void sarif_names_the_source_file_that_is_found() throws SQLException {
        Path sources = Path.of(BLOG.classes()).resolveSibling("src");
        assertThat(BLOG.run("check", "--format", "sarif", "--sources", "nowhere", "--sources", sources.toString())
                        .out())
                .contains("\"uri\" : \"" + sources.toString().replace('\\', '/') + "/blog/User.java\"");
        assertThat(BLOG.run("check", "--format", "sarif", "--sources", "nowhere")
                        .out())
                .contains("\"uri\" : \"User.java\"");
    }

    @Test
    void the_mapping_alone_needs_no_database() {
        Run run = Run.of("check", "--classes", BLOG.classes(), "--mapping-only");
        assertThat(run.code()).isEqualTo(ExitCode.FINE);
        assertThat(run.err()).contains("Found in mapping: ");
    }

    @Test
    void connections_cannot_write() throws SQLException {
        DatabaseOptions database = new DatabaseOptions();
        new CommandLine(database).parseArgs("--url", BLOG.url(), "--schema", BLOG.schema());
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("delete from users"))
                    .hasMessageContaining("read-only transaction");
        }
    }

    @Test
    void options_may_stand_in_a_file(@TempDir Path folder) throws SQLException, IOException {
        Path file =
                Files.writeString(folder.resolve("cascade.args"), "--ignore " + CASCADE + "\n--ignore " + INDEX + "\n");
        assertThat(BLOG.run("check", "@" + file)).isEqualTo(BLOG.run("check", "--ignore", CASCADE, "--ignore", INDEX));
    }

    @Test
    void a_database_that_does_not_answer_is_no_finding() {
        Run run = Run.of("check", "--classes", BLOG.classes(), "--url", "jdbc:postgresql://localhost:1/blog");
        assertThat(run.code()).isEqualTo(ExitCode.DATABASE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("refused").doesNotContain("\tat ");
    }
}
