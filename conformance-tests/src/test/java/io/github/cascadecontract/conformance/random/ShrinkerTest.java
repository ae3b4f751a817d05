package io.github.cascadecontract.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShrinkerTest {
    static Stream<Scenario> scenarios() {
        return LongStream.range(0, 2000)
                .filter(number -> number % 40 == 0)
                .mapToObj(number -> RandomScenarios.scenario(number, RandomScenarios.model(number)))
                .filter(ShrinkerTest::appends)
                .limit(10);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void only_what_is_interesting_is_left(Scenario scenario) {
        Scenario smallest = new Shrinker(ShrinkerTest::appends, 2000).shrink(scenario);

        assertThat(smallest.steps())
                .hasSize(3)
                .filteredOn(ScenarioStep.Append.class::isInstance)
                .hasSize(1);
        assertThat(smallest.seed().values().stream().mapToLong(List::size).sum())
                .isZero();
        assertThat(smallest.model().relations()).hasSizeLessThanOrEqualTo(2);
        assertThat(smallest.model().relations())
                .allMatch(relation -> relation.cascade().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void without_attempts_everything_stays(Scenario scenario) {
        assertThat(new Shrinker(smaller -> true, 0).shrink(scenario)).isEqualTo(scenario);
    }

    private static boolean appends(Scenario scenario) {
        return scenario.steps().stream().anyMatch(ScenarioStep.Append.class::isInstance);
    }
}
