package io.github.cascadecontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entity classes and what they need are in folders and jars. */
class ClassPathTest {
    private static final String PURCHASE = "blog/Purchase.class";
    private static final String MONEY = "library/Money.class";

    @TempDir
    private Path folder;

    private Path classes;
    private Path libraries;

    @BeforeEach
    void compile() throws IOException {
        classes = Path.of(new Sources(folder)
                .type("library", "public class Money {}")
                .type(
                        "@Entity public class Purchase { @Id Long id; @Convert(disableConversion = true) library.Money price; }")
                .compile());
        libraries = Files.createDirectory(folder.resolve("lib"));
        move(MONEY, libraries.resolve("money-1.0.jar"));
    }

    @Test
    void what_they_need_is_in_jars_that_a_pattern_names() {
        assertChecked(classes.toString(), libraries + "/*.jar");
        assertChecked(classes.toString(), libraries + "/*");
        assertChecked(classes.toString(), libraries + "/money-*.jar" + File.pathSeparator + classes);
    }

    @Test
    void they_may_be_in_a_jar_themselves() throws IOException {
        Path jar = folder.resolve("application.jar");
        move(PURCHASE, jar);
        assertChecked(jar.toString(), libraries.resolve("money-1.0.jar").toString());
    }

    @Test
    void classes_for_a_newer_java_are_told() throws IOException {
        Path file = classes.resolve(PURCHASE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = 127;
        Files.write(file, bytes);
        Run run = check(classes.toString(), libraries + "/*.jar");
        assertThat(run.err()).contains("blog/Purchase", "newer Java").doesNotContain("\tat ");
        assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    }

    private void move(String name, Path jar) throws IOException {
        Path file = classes.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry(name));
            Files.copy(file, entries);
        }
        Files.delete(file);
    }

    private static void assertChecked(String classes, String classPath) {
        Run run = check(classes, classPath);
        assertThat(run.err()).startsWith("Found in mapping: ");
        assertThat(run.code()).isEqualTo(ExitCode.FINE);
    }

    private static Run check(String classes, String classPath) {
        return Run.of("check", "--mapping-only", "--classes", classes, "--classpath", classPath);
    }
}
