package io.github.cascadecontract.conformance.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The text of a scenario file and of the decisions beside it.
 *
 * @param name what errors and reports call the scenario file
 * @param scenarios its text
 * @param decidedName what errors call the decisions
 * @param decided their text, or null if there are none
 */
record ScenarioSource(
        String name,
        String scenarios,
        String decidedName,
        @Nullable String decided) {
    private static final String DECIDED = "decided.json";
    private static final String FOLDER = "/io/github/cascadecontract/conformance/";

    static ScenarioSource fromSystemProperties() {
        String file = System.getProperty(Scenarios.PROPERTY, "");
        return file.isBlank() ? builtIn() : file(Path.of(file.strip()));
    }

    static ScenarioSource builtIn() {
        return new ScenarioSource("built-in", resource("scenarios.json"), "built-in decisions", resource(DECIDED));
    }

    static ScenarioSource file(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ScenarioFileException(
                    "-D%s=%s names no file; looked at %s".formatted(Scenarios.PROPERTY, file, file.toAbsolutePath()));
        }
        Path decided = file.toAbsolutePath().resolveSibling(DECIDED);
        @Nullable String beside = Files.isRegularFile(decided) ? text(decided) : null;
        return new ScenarioSource(
                file.getFileName().toString(), text(file), DECIDED + " beside " + file.getFileName(), beside);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new ScenarioFileException(file + " cannot be read: " + failure, failure);
        }
    }

    /** Returns a resource of this module that is read like a scenario file. */
    static String resource(String name) {
        try (InputStream stream = ScenarioSource.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new ScenarioFileException("the resource " + name + " is missing: this jar is not whole");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new ScenarioFileException("the resource " + name + " cannot be read: " + failure, failure);
        }
    }
}
