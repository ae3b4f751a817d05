package io.github.cascadecontract.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.random.Deviation.Channel;
import io.github.cascadecontract.conformance.random.Panel.Testimony;
import io.github.cascadecontract.conformance.random.Participant.Detail;
import io.github.cascadecontract.conformance.report.RowCounts;
import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.run.Observation.Ending;
import io.github.cascadecontract.conformance.run.Observation.Reading;
import io.github.cascadecontract.conformance.scenario.Expectation;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final Scenario SCENARIO = new Scenario(
            "s",
            "random",
            "",
            new ModelSettings(List.of("nodes"), List.of(), List.of(), Set.of()),
            Map.of(),
            List.of(
                    new ScenarioStep.Get("n", "Node", 1L),
                    new ScenarioStep.Load("n", "children"),
                    new ScenarioStep.Add("n")),
            new Expectation("", null, null, null, null, null, Map.of()));
    private static final Reading READS_NOTHING = new Reading(Map.of(), Set.of(), Map.of(), Set.of());

    @Test
    void equal_observations_agree() {
        assertThat(compared(committed(1, 1), committed(1, 1))).isEmpty();
    }

    @Test
    void ids_that_the_database_gives_are_not_compared() {
        assertThat(compared(committed(1000, 1), committed(1001, 1))).isEmpty();
        assertThat(compared(committed(1, 1), committed(2, 1))).containsExactly(Channel.ROWS);
    }

    @Test
    void who_acted_is_compared() {
        assertThat(compared(committed(1, 1), committed(1, 2))).containsExactly(Channel.WHO_ACTED);
    }

    @Test
    void kind_of_error_and_step_are_compared() {
        assertThat(compared(failed("detached_entity", 2), failed("unsaved_reference", 2)))
                .containsExactly(Channel.OUTCOME);
        assertThat(compared(failed("detached_entity", 2), failed("detached_entity", 0)))
                .containsExactly(Channel.OUTCOME);
    }

    @Test
    void a_sequence_in_which_touching_an_object_fails_is_not_compared() {
        assertThat(compared(failed("other", 1), committed(1, 1))).isEmpty();
    }

    @Test
    void reading_is_compared_unless_it_comes_with_the_owner() {
        assertThat(compared(
                        reading(READS_NOTHING), reading(new Reading(Map.of("nodes", 1), Set.of(), Map.of(), Set.of()))))
                .containsExactly(Channel.LOADING);
        assertThat(compared(
                        reading(READS_NOTHING),
                        reading(new Reading(Map.of("nodes", 1), Set.of(), Map.of(), Set.of("nodes")))))
                .isEmpty();
    }

    private static List<Channel> compared(Observation first, Observation other) {
        List<Testimony> testimonies =
                List.of(new Testimony("one", Detail.ALL, first), new Testimony("other", Detail.ALL, other));
        return Agreement.deviations(SCENARIO, testimonies).stream()
                .map(Deviation::channel)
                .toList();
    }

    private static Observation committed(long id, int deleted) {
        Map<String, Object> row = Map.of("id", id, "name", "Node50");
        return observation(new Ending("committed", null, null), List.of(row), deleted, READS_NOTHING);
    }

    private static Observation failed(String word, int step) {
        return observation(new Ending(word, String.valueOf(step), null), List.of(), 0, READS_NOTHING);
    }

    private static Observation reading(Reading reading) {
        return observation(new Ending("committed", null, null), List.of(), 0, reading);
    }

    private static Observation observation(
            Ending ending, List<Map<String, Object>> rows, int deleted, Reading reading) {
        return new Observation(
                ending,
                Map.of("nodes", rows),
                Map.of("nodes", new RowCounts(0, 0, deleted)),
                Map.of(),
                reading,
                List.of(),
                Map.of(),
                0);
    }
}
