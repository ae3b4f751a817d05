package io.github.cascadecontract.conformance.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its place and moves it there, so that no reader meets half of it. */
final class NewFile {
    @FunctionalInterface
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private NewFile() {}

    static void write(Path file, Content content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
