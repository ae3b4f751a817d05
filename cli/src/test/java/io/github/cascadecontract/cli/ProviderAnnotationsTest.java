package io.github.cascadecontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entity classes carry annotations of a provider whose jar is given, or not. */
class ProviderAnnotationsTest {
    @TempDir
    private Path folder;

    private String classes;

    @BeforeEach
    void compile() throws IOException {
        classes = new Sources(folder)
                .type("org.hibernate.annotations", """
                        @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                        public @interface SoftDelete {}""")
                .type("@Entity @org.hibernate.annotations.SoftDelete public class Hidden { @Id Long id; }")
                .compile();
    }

    @Test
    void with_the_jar_they_are_read() {
        Run run = Run.of("check", "--mapping-only", "--classes", classes);
        assertThat(run.err()).contains("Hidden: @SoftDelete");
        assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void without_it_the_check_goes_on_and_says_what_it_does_not_see() throws IOException {
        Files.delete(Path.of(classes, "org", "hibernate", "annotations", "SoftDelete.class"));
        Run run = Run.of("check", "--mapping-only", "--classes", classes);
        assertThat(run.err()).contains("Not read", "@org.hibernate.annotations.SoftDelete", "--classpath");
        assertThat(run.code()).isEqualTo(ExitCode.FINE);
    }
}
