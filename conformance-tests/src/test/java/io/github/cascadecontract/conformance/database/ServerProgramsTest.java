package io.github.cascadecontract.conformance.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProgramsTest {

    @TempDir
    private Path temporary;

    @Test
    void a_jvm_that_is_killed_while_it_unpacks_does_not_spoil_the_next() throws Exception {
        ChildJvm jvm = ChildJvm.of(DatabaseOpener.class).with("-Djava.io.tmpdir=" + temporary);
        Process killed = jvm.start();
        awaitFile(killed, "libpq.so");
        killed.destroyForcibly().waitFor();
        assertThat(files()).noneMatch(file -> file.endsWith(".exists"));

        assertThat(jvm.run()).startsWith("embedded PostgreSQL ");

        assertThat(files())
                .anyMatch(file -> file.endsWith(".exists"))
                .noneMatch(file -> file.toString().contains("cascade-pg-"));
    }

    private void awaitFile(Process process, String name) throws IOException {
        while (process.isAlive()) {
            if (files().stream().anyMatch(file -> file.endsWith(name))) {
                return;
            }
        }
        throw new AssertionError("the child unpacked nothing");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.toList();
        }
    }
}
