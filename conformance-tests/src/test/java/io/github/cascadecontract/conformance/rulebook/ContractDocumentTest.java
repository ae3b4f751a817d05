package io.github.cascadecontract.conformance.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.rule.Decision;
import io.github.cascadecontract.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ContractDocumentTest {
    private static final String WRITE = "cascade.write-docs";
    private static final Path FILE = Path.of("..", "docs", "contract.md");
    private static final Pattern RULE_HEADING = Pattern.compile("(?m)^#### (.+)$");
    private static final Pattern RULE =
            Pattern.compile("\\b(?:DEC|PER|REM|ORP|M2M|MER|REF|DET|TX|SES|BUL|PRO)-\\d+\\b");
    private static final Pattern DECISION = Pattern.compile("\\bK\\d+\\b");

    private final String text = ContractDocument.of(Scenarios.builtIn()).text();

    @Test
    void the_document_is_what_the_rule_book_says() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(FILE, text);
        }
        assertThat(Files.readString(FILE))
                .as(
                        "docs/contract.md is generated. After a change of rules, scenarios or template:%n"
                                + "./mvnw -q -pl conformance-tests -am test -Dtest=ContractDocumentTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
                        WRITE)
                .isEqualTo(text);
    }

    @Test
    void each_rule_has_a_heading_of_its_own_in_the_order_of_the_rule_book() {
        assertThat(RULE_HEADING.matcher(text).results().map(heading -> heading.group(1)))
                .containsExactly(Arrays.stream(Rule.values()).map(Rule::id).toArray(String[]::new));
    }

    @Test
    void no_rule_is_named_that_does_not_exist() {
        assertThat(RULE.matcher(text).results().map(MatchResult::group))
                .hasSizeGreaterThan(Rule.values().length)
                .allSatisfy(id -> assertThat(Rule.of(id)).as(id).isPresent());
    }

    @Test
    void every_decision_is_named_and_no_other() {
        assertThat(DECISION.matcher(text).results().map(MatchResult::group).distinct())
                .containsExactlyInAnyOrder(
                        Arrays.stream(Decision.values()).map(Decision::id).toArray(String[]::new));
    }

    @Test
    void every_scenario_is_named_or_selected_by_a_pattern_that_is() {
        Scenarios scenarios = Scenarios.builtIn();
        assertThat(scenarios.all())
                .hasSize(584)
                .allSatisfy(scenario -> assertThat(Pattern.compile("`([a-z0-9*.-]+)`")
                                .matcher(text)
                                .results())
                        .as(scenario.id())
                        .anyMatch(name -> scenario.id()
                                .matches(name.group(1).replace(".", "\\.").replace("*", ".*"))));
    }

    @Test
    void a_line_is_neither_cut_off_nor_ended_by_blanks() {
        assertThat(text).endsWith("\n").doesNotContain("\r", "\n\n\n");
        assertThat(text.lines()).noneMatch(line -> line.endsWith(" "));
    }
}
