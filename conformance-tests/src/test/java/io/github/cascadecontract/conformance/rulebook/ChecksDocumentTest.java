package io.github.cascadecontract.conformance.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.finding.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChecksDocumentTest {
    private static final String WRITE = "cascade.write-docs";
    private static final Path FILE = Path.of("..", "docs", "checks.md");
    private static final Path TESTS =
            Path.of("src", "test", "java", "io", "github", "cascadecontract", "conformance", "check");

    private final String text = ChecksDocument.ofAllCodes().text();

    @Test
    void the_document_is_what_the_codes_say() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(FILE, text);
        }
        assertThat(Files.readString(FILE))
                .as(
                        "docs/checks.md is generated. After a change of codes or template:%n"
                                + "./mvnw -q -pl conformance-tests -am test -Dtest=ChecksDocumentTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
                        WRITE)
                .isEqualTo(text);
    }

    @Test
    void each_code_has_one_row_and_says_what_why_and_how() {
        assertThat(FindingCode.values()).allSatisfy(code -> {
            assertThat(text.lines().filter(line -> line.startsWith("| `" + code.id() + "` |")))
                    .hasSize(1);
            assertThat(List.of(code.what(), code.harm(), code.remedy())).allMatch(sentence -> sentence.endsWith("."));
        });
    }

    @Test
    void each_code_is_shown_by_a_test_on_real_tables_or_classes() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.list(TESTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList())
                tests.append(Files.readString(file).replaceAll("import static [^;]+;", ""));
        }
        assertThat(Arrays.stream(FindingCode.values())
                        .filter(code -> !Pattern.compile("\\b" + code.name() + "\\b")
                                .matcher(tests)
                                .find()))
                .isEmpty();
    }
}
