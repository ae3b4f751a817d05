package io.github.cascadecontract.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of code in the documents is part of a class of this package, which is compiled and run. */
class DocumentsTest {
    private static final Path SOURCES =
            Documents.ROOT.resolve("conformance-tests/src/test/java/io/github/cascadecontract/quickstart");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/guide.md", "docs/protection.md", "docs/checking.md"})
    void java_blocks_are_compiled_and_run(String document) throws IOException {
        List<String> blocks = Documents.blocks(document, "java");
        assertThat(blocks).isNotEmpty();
        String sources = sources();
        assertThat(blocks).allSatisfy(block -> assertThat(sources).contains(Documents.normalised(block)));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.sorted()
                    .map(Documents::read)
                    .map(Documents::normalised)
                    .collect(Collectors.joining("\n"));
        }
    }
}
