package io.github.cascadecontract.conformance.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedServersTest {

    @TempDir
    private Path folder;

    @Test
    void a_killed_jvm_leaves_nothing_once_the_next_database_is_opened() throws Exception {
        try (HeldDatabase held = HeldDatabase.start()) {
            held.killAtOnce();
            assertThat(held.answers()).as("a kill stops no server").isTrue();

            TestDatabase.open(DatabaseSettings.embedded()).close();

            assertThat(held.answers()).isFalse();
            assertThat(held.hasFolder()).isFalse();
            assertThat(ServerProcesses.allIn(held.folder())).isEmpty();
        }
    }

    @Test
    void the_server_of_a_living_jvm_is_not_touched() throws Exception {
        try (HeldDatabase held = HeldDatabase.start()) {
            TestDatabase.open(DatabaseSettings.embedded()).close();

            assertThat(held.answers()).isTrue();
            assertThat(held.hasFolder()).isTrue();
        }
    }

    @Test
    void a_jvm_that_is_told_to_end_leaves_nothing() throws Exception {
        try (HeldDatabase held = HeldDatabase.start()) {
            held.terminate();

            assertThat(held.answers()).isFalse();
            assertThat(held.hasFolder()).isFalse();
        }
    }

    @Test
    void a_jvm_that_is_killed_while_it_makes_its_server_leaves_nothing() throws Exception {
        Process process = ChildJvm.of(DatabaseHolder.class).start();
        Path unfinished = awaitFolderOf(process);
        process.destroyForcibly().waitFor();

        AbandonedServers.remove(ServerPlace.standard());

        assertThat(unfinished).doesNotExist();
        assertThat(ServerProcesses.allIn(unfinished)).isEmpty();
    }

    @Test
    void a_process_id_that_is_used_again_does_not_keep_a_folder() throws Exception {
        FolderOwner me = FolderOwner.current();
        Path old = Files.createDirectory(
                folder.resolve(startedEarlier(me, Duration.ofHours(1)).newName()));
        Path mine = Files.createDirectory(folder.resolve(me.newName()));

        AbandonedServers.remove(new ServerPlace(folder, folder));

        assertThat(old).doesNotExist();
        assertThat(mine).exists();
    }

    @Test
    void a_folder_that_is_locked_stays_whatever_its_name_tells() throws Exception {
        try (HeldDatabase held = HeldDatabase.start()) {
            Path place = held.folder().getParent();
            Path renamed = Files.createDirectory(place.resolve(new FolderOwner(1, 1).newName()));
            Files.createLink(renamed.resolve("owner.lock"), held.folder().resolve("owner.lock"));

            AbandonedServers.remove(new ServerPlace(place, place));

            assertThat(renamed).exists();
            ServerFolder.delete(renamed);
        }
    }

    @Test
    void other_folders_are_none_of_its_business() throws Exception {
        Path other = Files.createDirectory(folder.resolve("cascade-pg-notes"));

        AbandonedServers.remove(new ServerPlace(folder, folder));

        assertThat(other).exists();
    }

    private static Path awaitFolderOf(Process process) throws Exception {
        String prefix = "cascade-pg-" + process.pid() + "-";
        while (process.isAlive()) {
            try (Stream<Path> folders = Files.list(ServerPlace.standard().best())) {
                Optional<Path> found = folders.filter(
                                path -> path.getFileName().toString().startsWith(prefix))
                        .filter(path -> Files.exists(path.resolve("data")))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new AssertionError("the child made no folder");
    }

    private static FolderOwner startedEarlier(FolderOwner owner, Duration time) {
        return new FolderOwner(owner.pid(), owner.start() - time.toMillis());
    }
}
