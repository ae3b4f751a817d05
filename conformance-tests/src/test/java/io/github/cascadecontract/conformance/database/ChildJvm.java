package io.github.cascadecontract.conformance.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a program of the tests in a JVM of its own, with the class path of this one. */
record ChildJvm(
        Class<?> program, List<String> options, Predicate<String> onClassPath, Map<String, String> environment) {

    static ChildJvm of(Class<?> program) {
        return new ChildJvm(program, List.of(), entry -> true, Map.of());
    }

    ChildJvm with(String... more) {
        return new ChildJvm(program, List.of(more), onClassPath, environment);
    }

    ChildJvm withoutJars(String inName) {
        Predicate<String> others =
                entry -> !Path.of(entry).getFileName().toString().contains(inName);
        return new ChildJvm(program, options, others, environment);
    }

    /** Lets the programs of a folder go before all others of the same name. */
    ChildJvm withProgramsOf(Path folder) {
        String path = folder + File.pathSeparator + System.getenv("PATH");
        return new ChildJvm(program, options, onClassPath, Map.of("PATH", path));
    }

    Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), program.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Returns what the program prints until it ends. */
    String run() throws IOException {
        Process process = start();
        process.outputWriter().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(onClassPath)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
