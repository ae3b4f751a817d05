package io.github.cascadecontract.conformance.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes of the server in a folder: those of PostgreSQL's programs whose command line names the folder, and the
 * one that the server wrote down. Both are checked against the process that has the id now, which may be a stranger's.
 */
final class ServerProcesses {

    private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "pg_ctl");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ServerProcesses() {}

    /** Ends them: first as `pg_ctl stop -m fast` does, then as `-m immediate`, then for good. */
    static void stopAllIn(Path folder) throws IOException {
        List<ProcessHandle> processes = allIn(folder);
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            processes = processes.stream().filter(ProcessHandle::isAlive).toList();
            for (ProcessHandle process : processes) {
                send(signal, process);
            }
            awaitEnd(processes);
        }
    }

    static List<ProcessHandle> allIn(Path folder) {
        Stream<ProcessHandle> named = ProcessHandle.allProcesses().filter(process -> isOf(folder, process.info()));
        return Stream.concat(named, noted(folder).stream()).distinct().toList();
    }

    private static boolean isOf(Path folder, ProcessHandle.Info process) {
        return program(process).filter(ServerProcesses::isServerProgram).isPresent()
                && process.commandLine()
                        .filter(line -> line.contains(folder.toString()))
                        .isPresent();
    }

    /** Another user's program is not told to everybody, its command line is. */
    private static Optional<String> program(ProcessHandle.Info process) {
        return process.command().or(() -> process.commandLine().map(line -> line.split(" ", 2)[0]));
    }

    private static boolean isServerProgram(String command) {
        return PROGRAMS.contains(Path.of(command).getFileName().toString().replaceFirst("\\.exe$", ""));
    }

    /**
     * Not every platform tells command lines: postmaster.pid holds the id in line 1 and the second of the start in line
     * 3.
     */
    private static Optional<ProcessHandle> noted(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"));
            long start = Long.parseLong(lines.get(2).strip());
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(process -> startedAbout(start, process));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException noneOrHalfWritten) {
            return Optional.empty();
        }
    }

    private static boolean startedAbout(long epochSecond, ProcessHandle process) {
        Optional<Instant> start = process.info().startInstant();
        return program(process.info()).filter(ServerProcesses::isServerProgram).isPresent()
                && start.filter(instant -> Math.abs(instant.getEpochSecond() - epochSecond) <= 10)
                        .isPresent();
    }

    private static void send(String signal, ProcessHandle process) throws IOException {
        if (signal.equals("KILL") || System.getProperty("os.name").startsWith("Windows")) {
            process.destroyForcibly();
            return;
        }
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid() + " 2>/dev/null").start();
        kill.onExit().join();
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException nextSignal) {
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
