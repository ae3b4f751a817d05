package io.github.cascadecontract.conformance.database;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JVM that a folder (or a container) belongs to. It is written into the name, because reading a file of one's own
 * would give up the lock that this JVM holds on it.
 *
 * @param pid the process id
 * @param start when that process started: an id alone is used again; zero where the platform does not tell
 */
record FolderOwner(long pid, long start) {

    private static final String PREFIX = "cascade-pg-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-(\\d+)-[0-9a-f]+");
    /** The start is computed from the clock at boot, which moves when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    static FolderOwner current() {
        return of(ProcessHandle.current());
    }

    static FolderOwner of(ProcessHandle process) {
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return new FolderOwner(process.pid(), start);
    }

    static Optional<FolderOwner> ofName(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new FolderOwner(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    String newName() {
        String unique = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        return PREFIX + pid + "-" + start + "-" + unique;
    }

    /** Tells whether that very process runs. A zombie, which has no command any more, does not. */
    boolean isRunning() {
        return ProcessHandle.of(pid).filter(this::isSame).isPresent();
    }

    private boolean isSame(ProcessHandle process) {
        long distance = Math.abs(of(process).start - start);
        return process.isAlive() && process.info().command().isPresent() && distance <= TOLERANCE.toMillis();
    }
}
