package io.github.cascadecontract.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.Status;
import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.Variant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrialTest {
    @Test
    void what_comes_out_the_same_in_every_way_passes_and_tells_the_ways() {
        Result result = trial(Status.PASS, null)
                .with(Map.of(Variant.NAMED_SIDE, trial(Status.PASS, null)))
                .result();

        assertThat(result.status()).isEqualTo(Status.PASS);
        assertThat(result.difference()).isNull();
        assertThat(result.variants()).containsExactly(Map.entry("named-side", Status.PASS));
    }

    @Test
    void a_failure_in_another_way_is_a_failure_that_names_the_way() {
        Trial other = trial(Status.FAIL, "Row 1 of posts is gone.");
        Trial both = trial(Status.DECIDED, "because").with(Map.of(Variant.SECOND_FLUSH, other));

        assertThat(both.result().status()).isEqualTo(Status.FAIL);
        assertThat(both.attempt()).isSameAs(other.attempt());
        assertThat(both.result().difference())
                .isEqualTo("With a second flush after each flush: Row 1 of posts is gone.");
    }

    @Test
    void a_failure_as_written_tells_in_which_other_ways_it_is_the_same() {
        Trial written = trial(Status.FAIL, "Row 1 of posts is gone.");
        Trial all = written.with(Map.of(
                Variant.NAMED_SIDE, trial(Status.FAIL, "Row 1 of posts is gone."),
                Variant.SECOND_FLUSH, trial(Status.PASS, null)));

        assertThat(all.attempt()).isSameAs(written.attempt());
        assertThat(all.result().difference())
                .isEqualTo("Row 1 of posts is gone. With only the named side of a pair set: the same.");
        assertThat(all.result().variants())
                .containsEntry("named-side", Status.FAIL)
                .containsEntry("second-flush", Status.PASS);
    }

    @Test
    void a_failure_is_shown_before_an_open_question() {
        Trial all = trial(Status.PASS, null)
                .with(Map.of(
                        Variant.NAMED_SIDE, trial(Status.OPEN, "It is asked."),
                        Variant.SECOND_FLUSH, trial(Status.FAIL, "It failed.")));

        assertThat(all.result().status()).isEqualTo(Status.FAIL);
    }

    private static Trial trial(Status status, @Nullable String difference) {
        return new Trial(
                new Result("a", status, null, null, null, difference), new Attempt.Unsupported("made for the test"));
    }
}
