package io.github.cascadecontract.eclipselink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.persistence.Version;

/** Whether the EclipseLink on the class path has the internal methods that the adapter calls. */
final class InternalsCheck {
    private static final String METHODS = "internal-methods.txt";

    private InternalsCheck() {}

    /**
     * Looks for all of them.
     *
     * @throws IllegalStateException with all that are missing
     */
    static void check() {
        List<String> missing =
                required().stream().filter(method -> !isPresent(method)).toList();
        if (!missing.isEmpty())
            throw new IllegalStateException(
                    "EclipseLink %s does not have %s, which this adapter calls. Use EclipseLink 5.0."
                            .formatted(Version.getVersion(), missing));
    }

    /** The methods, each as class and name with a blank between. */
    static List<String> required() {
        try (InputStream methods = Objects.requireNonNull(InternalsCheck.class.getResourceAsStream(METHODS))) {
            return new String(methods.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static boolean isPresent(String method) {
        String[] parts = method.split(" ", 2);
        try {
            Class<?> type = Class.forName(parts[0], false, Version.class.getClassLoader());
            return Stream.of(type.getMethods(), type.getDeclaredMethods())
                    .flatMap(Arrays::stream)
                    .anyMatch(present -> present.getName().equals(parts[1]));
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }
}
