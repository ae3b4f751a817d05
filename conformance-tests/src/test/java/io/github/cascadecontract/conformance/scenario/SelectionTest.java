package io.github.cascadecontract.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Scenarios SCENARIOS = Scenarios.builtIn();

    @Test
    void without_names_all_scenarios_are_run() {
        assertThat(new Selection("").of(SCENARIOS)).hasSize(584).isEqualTo(SCENARIOS.all());
    }

    @Test
    void a_star_stands_for_anything_and_a_dot_for_itself() {
        assertThat(new Selection("do.move.*").of(SCENARIOS))
                .hasSize(9)
                .allSatisfy(scenario -> assertThat(scenario.id()).startsWith("do.move."));
        assertThatThrownBy(() -> new Selection("do-move.*").of(SCENARIOS)).isInstanceOf(ScenarioFileException.class);
    }

    @Test
    void several_names_are_separated_by_commas() {
        assertThat(new Selection("del.twice, oo.*").of(SCENARIOS))
                .extracting(Scenario::group)
                .containsOnly("delete", "one-to-one");
    }

    @Test
    void names_that_select_nothing_are_an_error() {
        assertThatThrownBy(() -> new Selection("nothing.*").of(SCENARIOS))
                .isInstanceOf(ScenarioFileException.class)
                .hasMessageContaining("-Dcascade.only=nothing.* selects none of the 584 scenarios of built-in");
    }
}
