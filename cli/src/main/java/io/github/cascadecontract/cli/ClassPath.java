package io.github.cascadecontract.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders and jars.
 *
 * @param entries all of them exist
 */
record ClassPath(List<Path> entries) {
    ClassPath {
        entries = List.copyOf(entries);
    }

    /**
     * Reads what the caller wrote: single paths, several with the system's path separator between them, and jars of one
     * folder by a pattern such as {@code lib/*.jar}.
     */
    static ClassPath of(Collection<String> written) {
        List<Path> entries = new ArrayList<>();
        for (String value : written)
            for (String entry : value.split(File.pathSeparator)) if (!entry.isEmpty()) entries.addAll(expand(entry));
        return new ClassPath(entries);
    }

    ClassPath plus(ClassPath more) {
        return new ClassPath(Stream.concat(entries.stream(), more.entries.stream())
                .distinct()
                .toList());
    }

    URL[] urls() {
        return entries.stream().map(ClassPath::url).toArray(URL[]::new);
    }

    private static List<Path> expand(String entry) {
        int name = Math.max(entry.lastIndexOf('/'), entry.lastIndexOf(File.separatorChar)) + 1;
        if (entry.indexOf('*', name) < 0) return List.of(existing(entry));
        Path folder = existing(name == 0 ? "." : entry.substring(0, name));
        List<Path> found = matches(folder, entry.substring(name));
        if (found.isEmpty()) throw new InputException("No jar matches %s.".formatted(entry));
        return found;
    }

    private static Path existing(String entry) {
        if (entry.indexOf('*') >= 0)
            throw new InputException("%s: only the last part of a path may be a pattern.".formatted(entry));
        Path path = Path.of(entry);
        if (!Files.exists(path)) throw new InputException("%s does not exist.".formatted(entry));
        return path;
    }

    private static List<Path> matches(Path folder, String pattern) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            for (Path file : files) if (file.toString().endsWith(".jar")) found.add(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        found.sort(null);
        return found;
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
