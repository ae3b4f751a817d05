package io.github.cascadecontract.conformance.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Servers and folders whose JVM is gone, for instance because it was killed before it could clean up. */
final class AbandonedServers {

    private AbandonedServers() {}

    /** Stops and deletes them; what belongs to a living JVM or to another user stays. */
    static void remove(ServerPlace place) throws IOException {
        for (Path parent : place.all()) {
            for (Path folder : in(parent)) {
                remove(folder);
            }
        }
    }

    private static List<Path> in(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(AbandonedServers::isAbandoned).toList();
        }
    }

    private static boolean isAbandoned(Path folder) {
        Optional<FolderOwner> owner = FolderOwner.ofName(folder.getFileName().toString());
        return owner.isPresent()
                && !owner.get().equals(FolderOwner.current())
                && !isHeld(folder)
                && !owner.get().isRunning();
    }

    /** The lock also tells of a JVM whose process ids are not ours, in a container that shares this folder. */
    private static boolean isHeld(Path folder) {
        try {
            return ServerFolder.isLocked(folder);
        } catch (AccessDeniedException anotherUsers) {
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path folder) throws IOException {
        try {
            ServerProcesses.stopAllIn(folder);
            ServerFolder.delete(folder);
        } catch (AccessDeniedException anotherUsers) {
            return;
        }
    }
}
