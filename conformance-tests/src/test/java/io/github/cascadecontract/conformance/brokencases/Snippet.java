package io.github.cascadecontract.conformance.brokencases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A piece of code on the page.
 *
 * @param language by which it is coloured
 * @param text the code, without indentation
 */
record Snippet(String language, String text) {
    private static final Path SOURCES = Path.of("src", "test", "java");

    /** The lines between {@code tag::name[]} and {@code end::name[]} in the source of a class: what is shown is what is compiled. */
    static Snippet of(Class<?> type, String tag) {
        Path file = SOURCES.resolve(type.getName().replace('.', '/') + ".java");
        return Pattern.compile("// tag::%1$s\\[]\n(.*?)\n *// end::%1$s\\[]".formatted(tag), Pattern.DOTALL)
                .matcher(read(file))
                .results()
                .findFirst()
                .map(found -> new Snippet("java", found.group(1).stripIndent()))
                .orElseThrow(() -> new IllegalArgumentException("%s has no tag %s".formatted(file, tag)));
    }

    static Snippet sql(String text) {
        return new Snippet("sql", text);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return "```%s\n%s\n```".formatted(language, text.strip());
    }
}
