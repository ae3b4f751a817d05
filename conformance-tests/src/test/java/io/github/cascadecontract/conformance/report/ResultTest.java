package io.github.cascadecontract.conformance.report;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ResultTest {
    @ParameterizedTest
    @EnumSource(names = {"FAIL", "OPEN"})
    void a_failure_or_an_open_question_says_what_is_different(Status status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Result("do.move", status, null, null, null, " "))
                .withMessage(
                        "Scenario do.move is %s but does not say what is different: give the difference as one sentence."
                                .formatted(status.text()));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"FAIL", "OPEN"})
    void anything_else_needs_no_sentence(Status status) {
        assertThatCode(() -> new Result("do.move", status, null, null, null, null))
                .doesNotThrowAnyException();
    }
}
