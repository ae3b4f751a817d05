package io.github.cascadecontract.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Code blocks of the README and the guide. */
final class Documents {
    static final Path ROOT = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."));

    private Documents() {}

    /** The fenced blocks of one language. */
    static List<String> blocks(String document, String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(read(ROOT.resolve(document)))
                .results()
                .map(block -> block.group(1).strip())
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The formatter breaks lines where it likes. */
    static String normalised(String code) {
        return code.replaceAll("\\s+", "");
    }
}
