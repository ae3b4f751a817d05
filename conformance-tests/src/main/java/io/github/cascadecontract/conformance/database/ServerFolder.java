package io.github.cascadecontract.conformance.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one embedded server. Its name tells the owner, and the owner holds a lock in it for as long as it
 * lives, which the operating system gives back whatever the owner dies of.
 */
final class ServerFolder implements AutoCloseable {

    private static final String LOCK = "owner.lock";

    private final Path path;
    private final FileChannel lock;
    private final Thread atExit = new Thread(this::remove, "cascade-server-removal");

    private ServerFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static ServerFolder create(Path place) throws IOException {
        Path path = Files.createDirectory(place.resolve(FolderOwner.current().newName()));
        FileChannel lock =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        ServerFolder folder = new ServerFolder(path, lock);
        Runtime.getRuntime().addShutdownHook(folder.atExit);
        return folder;
    }

    Path path() {
        return path;
    }

    Path data() {
        return path.resolve("data");
    }

    /** What the server's programs print. */
    Path output() {
        return path.resolve("output.txt");
    }

    /** Tells whether a process holds the lock of a folder that is not this JVM's own. */
    static boolean isLocked(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (NoSuchFileException neverLocked) {
            return false;
        }
    }

    /** Stops what still runs in the folder and removes it; a second call does nothing. */
    @Override
    public void close() {
        ShutdownHooks.forget(atExit);
        remove();
    }

    /** Lets the server be stopped in its own way first, unless the end of the JVM came before. */
    synchronized void closeAfter(Runnable stop) {
        if (lock.isOpen()) {
            stop.run();
        }
        close();
    }

    private synchronized void remove() {
        if (!lock.isOpen()) {
            return;
        }
        try {
            ServerProcesses.stopAllIn(path);
            lock.close();
            delete(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The folder " + path + " of an embedded PostgreSQL cannot be removed", failure);
        }
    }

    /** Deletes a folder with all that is in it, also when somebody else is deleting it as well. */
    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return failure instanceof NoSuchFileException
                        ? FileVisitResult.CONTINUE
                        : super.visitFileFailed(file, failure);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
