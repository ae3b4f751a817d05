package io.github.cascadecontract.conformance.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.spi.PersistenceView;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for authors tells what is there. */
class KitDocumentTest {
    private static final Path HERE = Path.of("src/test/java/io/github/cascadecontract/conformance/kit");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final String document = read(Path.of("..", "docs", "kit.md"));

    @Test
    void its_code_is_code_of_these_tests() throws IOException {
        String sources = plain(sources());

        assertThat(JAVA.matcher(document).results().map(block -> plain(block.group(1))))
                .hasSize(2)
                .allSatisfy(
                        block -> assertThat(sources.contains(block)).as(block).isTrue());
    }

    @Test
    void the_class_of_an_author_has_at_most_20_lines() {
        assertThat(read(HERE.resolve("JdbcConformanceTest.java")).lines()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void it_names_every_ability() {
        assertThat(Ability.values()).allSatisfy(ability -> assertThat(document).contains("`" + ability.name() + "`"));
    }

    @Test
    void it_names_every_step_and_every_question() {
        assertThat(methods(StepHandler.class))
                .allSatisfy(method -> assertThat(document)
                        .contains("`" + Character.toUpperCase(method.charAt(0)) + method.substring(1) + "`"));
        assertThat(methods(PersistenceView.class))
                .allSatisfy(method -> assertThat(document).contains("`" + method + "`"));
    }

    private static String plain(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }

    private static List<String> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .map(Method::getName)
                .distinct()
                .toList();
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(HERE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(KitDocumentTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new IllegalStateException(file.toAbsolutePath() + " is missing", failure);
        }
    }
}
