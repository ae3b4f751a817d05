package io.github.cascadecontract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of this module say about rules. */
class MentionsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path RULE_BOOK = Path.of("cascadecontract", "rule");
    private static final Pattern ID = Pattern.compile("\\b(?:DEC|PER|REM|ORP|M2M|MER|REF|DET|TX|SES|BUL|PRO)-\\d+\\b");

    @Test
    void comments_and_messages_name_only_rules_that_exist() throws IOException {
        assertThat(sources().stream()
                        .flatMap(source -> ID.matcher(source).results())
                        .map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(Rule.of(id)).as(id).isPresent());
    }

    /** All but the rule book itself, in which one rule may refer to another. */
    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getParent().endsWith(RULE_BOOK)) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }
}
