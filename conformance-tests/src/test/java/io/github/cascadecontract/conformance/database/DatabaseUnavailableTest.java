package io.github.cascadecontract.conformance.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseUnavailableTest {

    private static final String URL = "-Dcascade.database=jdbc:postgresql://";
    private static final String CONTAINER = "-Dcascade.database=testcontainers:postgres:18";

    @TempDir
    private Path programs;

    @Test
    void a_word_that_is_no_database_is_answered_with_those_that_are() {
        opening("mysql").hasMessageContaining("mysql").hasMessageContaining(URL).hasMessageContaining(CONTAINER);
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_the_password() {
        opening("jdbc:postgresql://localhost:1/orders?user=anna&password=geheim")
                .hasMessageContaining("jdbc:postgresql://localhost:1/orders cannot be used")
                .hasMessageContaining("Start the server, or check host, port and database")
                .hasMessageContaining(CONTAINER)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void a_url_that_cannot_be_read_is_named_without_the_password() {
        opening("jdbc:postgresql://anna:geheim@localhost:port/orders?password=geheim")
                .hasMessageContaining("localhost:port/orders")
                .hasMessageContaining("jdbc:postgresql://HOST:PORT/DATABASE")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void settings_do_not_print_their_password() {
        assertThat(new DatabaseSettings("jdbc:postgresql://localhost/a?password=geheim", "anna", "geheim"))
                .hasToString("jdbc:postgresql://localhost/a");
    }

    @Test
    void a_folder_that_cannot_be_created_is_named_with_the_ways_out() throws IOException {
        Path file = Files.createFile(programs.resolve("file"));

        assertThatThrownBy(() -> EmbeddedServer.start(new ServerPlace(file, file)))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(URL)
                .hasMessageContaining(CONTAINER);
    }

    @Test
    void a_missing_testcontainers_library_is_named() throws IOException {
        String output = ChildJvm.of(DatabaseOpener.class)
                .with("-Dcascade.database=testcontainers:postgres:18")
                .withoutJars("testcontainers")
                .run();

        assertThat(output)
                .contains("Add org.testcontainers:testcontainers-postgresql")
                .contains(URL)
                .doesNotContain("Exception");
    }

    @Test
    void root_without_user_namespaces_steps_down() throws IOException {
        assumeThat(SteppingDown.isPossible()).as("root, and setpriv installed").isTrue();
        refuse("unshare");

        assertThat(ChildJvm.of(DatabaseOpener.class).withProgramsOf(programs).run())
                .startsWith("embedded PostgreSQL ");
    }

    @Test
    void root_who_can_neither_have_a_namespace_nor_step_down_is_told_why_and_what_to_do() throws IOException {
        assumeThat(SteppingDown.isPossible()).as("root, and setpriv installed").isTrue();
        refuse("unshare");
        refuse("setpriv");

        assertThat(ChildJvm.of(DatabaseOpener.class).withProgramsOf(programs).run())
                .contains("cannot be started on this machine")
                .contains("refused here")
                .contains(URL)
                .contains(CONTAINER)
                .contains("ordinary user")
                .doesNotContain("Exception");
    }

    private void refuse(String program) throws IOException {
        Path script = Files.writeString(
                programs.resolve(program), "#!/bin/sh\necho '" + program + ": error: refused here' >&2\nexit 1\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> opening(String database) {
        return assertThatThrownBy(() -> TestDatabase.open(new DatabaseSettings(database, null, null)))
                .isInstanceOf(DatabaseUnavailableException.class);
    }
}
