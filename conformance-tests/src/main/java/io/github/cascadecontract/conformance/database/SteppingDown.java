package io.github.cascadecontract.conformance.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How root starts PostgreSQL where it may not have a user namespace (the usual container of a CI job): each program is
 * a script that becomes the user nobody first. The library takes whatever programs it finds in its working folder.
 */
final class SteppingDown {

    private static final String USER = "nobody";
    private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl");
    private static final Set<PosixFilePermission> EVERYBODY_READS = PosixFilePermissions.fromString("rwxr-xr-x");

    private SteppingDown() {}

    static boolean isPossible() {
        return isRoot() && isInstalled("setpriv");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notLinux) {
            return false;
        }
    }

    /** Starts a server as nobody, with programs that have been unpacked. */
    static EmbeddedPostgres start(ServerFolder folder, ServerPrograms real) throws IOException {
        ServerPrograms scripts = real.in(folder.path().resolve("programs"));
        writeScripts(scripts, real);
        handOver(folder);
        // A resolver of its own, because the library remembers where it has put the archive of each.
        return scripts.start(
                EmbeddedLaunch.settings(folder).setPgBinaryResolver((system, hardware) -> ServerPrograms.archive()));
    }

    private static void handOver(ServerFolder folder) throws IOException {
        Files.setPosixFilePermissions(folder.path(), EVERYBODY_READS);
        UserPrincipal nobody =
                folder.path().getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
        Files.setOwner(Files.createDirectory(folder.data()), nobody);
    }

    private static void writeScripts(ServerPrograms scripts, ServerPrograms real) throws IOException {
        Path folder = Files.createDirectories(scripts.folder().resolve("bin"));
        for (String program : PROGRAMS) {
            Path original = real.folder().resolve("bin").resolve(program);
            Path script = Files.writeString(folder.resolve(program), script(original));
            Files.setPosixFilePermissions(script, EVERYBODY_READS);
        }
        scripts.markUnpacked();
    }

    private static String script(Path program) {
        return "#!/bin/sh\nexec setpriv --reuid=" + USER + " --regid=$(id -g " + USER + ") --clear-groups '" + program
                + "' \"$@\"\n";
    }
}
