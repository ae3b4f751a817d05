package io.github.cascadecontract.conformance.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The unpacked programs of PostgreSQL, which stay from one run to the next. The library unpacks them to {@code PG-<MD5
 * of the archive>} in a working folder. If a JVM is killed meanwhile, the library stumbles over what is there for ever
 * after; here it is unpacked anew.
 *
 * @param workingFolder the folder that the library is given
 * @param name the name of the folder in it, which belongs to one version
 */
record ServerPrograms(Path workingFolder, String name) {

    private static final String UNPACKED = ".exists";

    /** Returns those of the version on the class path, in a folder that the user shares with nobody. */
    static ServerPrograms standard() throws IOException {
        String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_");
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "cascade-postgres-" + user);
        return new ServerPrograms(folder, "PG-" + digest());
    }

    ServerPrograms in(Path otherFolder) {
        return new ServerPrograms(otherFolder, name);
    }

    Path folder() {
        return workingFolder.resolve(name);
    }

    /** Starts a server with them; one JVM at a time if that means to unpack them. */
    EmbeddedPostgres start(EmbeddedPostgres.Builder settings) throws IOException {
        settings.setOverrideWorkingDirectory(workingFolder.toFile());
        return isUnpacked() ? settings.start() : unpackAndStart(settings);
    }

    private EmbeddedPostgres unpackAndStart(EmbeddedPostgres.Builder settings) throws IOException {
        synchronized (ServerPrograms.class) {
            Files.createDirectories(workingFolder);
            try (FileChannel lock = FileChannel.open(
                    workingFolder.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                removeHalf();
                return settings.start();
            }
        }
    }

    private void removeHalf() throws IOException {
        if (!isUnpacked() && Files.exists(folder())) {
            ServerFolder.delete(folder());
        }
    }

    private boolean isUnpacked() {
        return Files.exists(folder().resolve(UNPACKED));
    }

    /** Makes the library take what is in the folder. */
    void markUnpacked() throws IOException {
        Files.createFile(folder().resolve(UNPACKED));
    }

    /** Opens the archive for this machine. */
    static InputStream archive() throws IOException {
        String architecture = System.getProperty("os.arch");
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                operatingSystem(), architecture.equals("amd64") ? "x86_64" : architecture);
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name");
        if (name.startsWith("Windows")) {
            return "Windows";
        }
        return name.startsWith("Mac") ? "Darwin" : "Linux";
    }

    private static String digest() throws IOException {
        try (DigestInputStream archive = new DigestInputStream(archive(), MessageDigest.getInstance("MD5"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
