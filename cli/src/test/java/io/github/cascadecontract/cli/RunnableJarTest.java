package io.github.cascadecontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The packaged jar as a process of its own, with nothing else on its class path; the build runs it after packaging. */
@EnabledIfSystemProperty(named = "cascade.jar", matches = ".+", disabledReason = "the jar is not packaged yet")
class RunnableJarTest {
    @RegisterExtension
    static final Blog BLOG = new Blog();

    private static final Path JAR = Path.of(System.getProperty("cascade.jar", ""));

    @Test
    void it_says_who_it_is() throws Exception {
        assertThat(start("--version").out()).startsWith("Cascade Contract ").doesNotContain("not packaged");
        assertThat(start("check", "--help").out()).contains("Usage: cascade check", "Exit codes:");
        assertThat(start("check").code()).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void it_checks_as_the_classes_do() throws Exception {
        assertThat(start(BLOG.command("check"))).isEqualTo(BLOG.run("check"));
        Run sarif = start(BLOG.command("check", "--format", "sarif"));
        assertThat(sarif).isEqualTo(BLOG.run("check", "--format", "sarif"));
        assertThat(sarif.code()).isEqualTo(ExitCode.FOUND);
        BLOG.mend();
        assertThat(start(BLOG.command("check")).code()).isEqualTo(ExitCode.FINE);
    }

    @Test
    void it_plans_in_utf_8_whatever_the_locale() throws Exception {
        BLOG.mend();
        Run run = start(BLOG.command("plan", "--entity", "User", "--id", "1"));
        assertThat(run.out()).contains("└─ User.posts");
        assertThat(run).isEqualTo(BLOG.run("plan", "--entity", "User", "--id", "1"));
        assertThat(start(BLOG.command("plan", "--entity", "User", "--id", "1", "--format", "svg"))
                        .out())
                .contains("</svg>");
    }

    @Test
    void a_typed_password_is_not_shown() throws Exception {
        Run run = startTyping("hunter2\n", BLOG.command("check", "--password-prompt"));
        assertThat(run.code()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out() + run.err()).doesNotContain("hunter2");
    }

    @Test
    void a_database_that_is_away_is_told_without_a_stack_trace() throws Exception {
        Run run = start("check", "--classes", BLOG.classes(), "--url", "jdbc:postgresql://localhost:1/blog");
        assertThat(run.err()).contains("refused").doesNotContain("\tat ");
        assertThat(run.code()).isEqualTo(ExitCode.DATABASE);
    }

    @Test
    void it_holds_no_signature_and_no_module_of_a_library() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .contains("META-INF/services/java.sql.Driver", "META-INF/LICENSE")
                    .noneMatch(name ->
                            name.endsWith(".SF") || name.endsWith(".RSA") || name.endsWith("module-info.class"));
        }
    }

    private static Run start(String... arguments) throws IOException, InterruptedException {
        return startTyping("", arguments);
    }

    private static Run startTyping(String typed, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.outputWriter().append(typed).close();
        String out = text(process.getInputStream());
        String err = text(process.getErrorStream());
        return new Run(process.waitFor(), out, err);
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
