package io.github.cascadecontract.conformance.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where folders of embedded servers may lie.
 *
 * @param memory a file system in memory, taken when it has room; a CREATE TABLE there costs a quarter of one on disk
 * @param disk the folder for temporary files, taken otherwise
 */
record ServerPlace(Path memory, Path disk) {

    private static final long ROOM = 512L << 20;

    static ServerPlace standard() {
        return new ServerPlace(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")));
    }

    Path best() {
        return hasRoom(memory) ? memory : disk;
    }

    /** Returns the folders that exist; an abandoned server may lie in any of them. */
    List<Path> all() {
        return Stream.of(memory, disk).distinct().filter(Files::isDirectory).toList();
    }

    private static boolean hasRoom(Path folder) {
        try {
            return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() >= ROOM;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
