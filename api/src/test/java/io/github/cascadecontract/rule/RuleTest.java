package io.github.cascadecontract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {
    private static final Pattern NAMED = Pattern.compile("\\b[A-Z][A-Z0-9]{1,2}-\\d+\\b");

    /** What no other system has; everything else says where it comes from. */
    private static final List<Rule> OWN = List.of(Rule.DEC_5, Rule.PRO_1);

    @ParameterizedTest
    @EnumSource
    void a_rule_asks_one_thing_in_one_sentence(Rule rule) {
        assertThat(rule.sentence()).matches("\\p{javaUnicodeIdentifierStart}[^\\n.]*(\\.\\.\\.[^\\n.]*)?\\.");
        assertThat(rule.sentence()).hasSizeLessThan(120);
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_says_in_one_sentence_why_users_want_it(Rule rule) {
        assertThat(rule.intent()).matches("\\p{Lu}[^\\n.]*\\.");
        assertThat(rule.intent()).isNotEqualTo(rule.sentence());
    }

    @ParameterizedTest
    @EnumSource
    void further_text_is_one_paragraph_of_sentences(Rule rule) {
        Stream.concat(Stream.of(rule.details()), rule.freedom().stream())
                .filter(text -> !text.isEmpty())
                .forEach(text ->
                        assertThat(text).startsWith(text.strip()).endsWith(".").doesNotContain("\n", "  "));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_left_to_adapters_is_told_as_such(Rule rule) {
        assertThat(rule.freedom().orElse("An adapter may.")).containsIgnoringCase("an adapter may");
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_names_only_rules_that_exist(Rule rule) {
        String text = rule.sentence() + rule.details() + rule.intent();
        assertThat(NAMED.matcher(text).results().map(found -> found.group()))
                .allSatisfy(id -> assertThat(Rule.of(id)).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_says_where_others_speak_about_it(Rule rule) {
        assertThat(rule.anchors().isEmpty()).isEqualTo(OWN.contains(rule));
        assertThat(rule.anchors()).doesNotHaveDuplicates().allSatisfy(anchor -> {
            assertThat(anchor.section()).isNotBlank();
            assertThat(URI.create(anchor.address())).hasScheme("https").hasNoQuery();
            assertThat(URI.create(anchor.address()).getFragment()).isNotBlank();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_is_found_by_what_documents_call_it(Rule rule) {
        assertThat(Rule.of(rule.id())).contains(rule);
        assertThat(rule.id()).matches("(DEC|PER|REM|ORP|M2M|MER|REF|DET|TX|SES|BUL|PRO)-[1-9]");
    }

    @Test
    void what_is_no_rule_is_not_found() {
        assertThat(Rule.of("REM_7")).isEmpty();
        assertThat(Rule.of("REM-77")).isEmpty();
    }

    @Test
    void rules_stand_in_the_order_of_their_chapters() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::chapter)).isSorted();
        assertThat(Arrays.stream(Rule.values()).map(Rule::chapter)).contains(Chapter.values());
    }

    @Test
    void no_two_rules_ask_or_explain_the_same() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::sentence)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Rule.values()).map(Rule::intent)).doesNotHaveDuplicates();
    }
}
