package io.github.cascadecontract.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Relations below relations, deeper than any mapping goes. */
class DeepPlansTest {
    @ParameterizedTest
    @EnumSource(PlanFormat.class)
    void five_hundred_levels_are_written(PlanFormat format) {
        String text = format.of(Plans.chain(500));
        assertThat(text.split("REM-1", -1)).hasSizeGreaterThan(500);
    }
}
