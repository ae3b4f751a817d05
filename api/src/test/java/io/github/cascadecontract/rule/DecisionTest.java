package io.github.cascadecontract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {
    @ParameterizedTest
    @EnumSource
    void a_decision_says_what_is_departed_from_and_what_is_done_instead_and_why(Decision decision) {
        assertThat(decision.sqlAlchemy()).matches("[^|\\n]*[^.|\\n]");
        assertThat(decision.contract()).matches("[^|\\n]*(: |, as |: that)[^|\\n]*[^.|\\n]");
    }

    @ParameterizedTest
    @EnumSource
    void a_decision_shows_in_rules(Decision decision) {
        assertThat(decision.rules()).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void a_decision_is_found_by_its_number(Decision decision) {
        assertThat(Decision.of(decision.id())).contains(decision);
    }

    @Test
    void numbers_are_given_without_a_gap() {
        assertThat(Arrays.stream(Decision.values()).map(Decision::id))
                .containsExactly(IntStream.rangeClosed(1, 26)
                        .mapToObj(number -> "K" + number)
                        .toArray(String[]::new));
        assertThat(Decision.of("K27")).isEmpty();
    }
}
