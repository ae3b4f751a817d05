package io.github.cascadecontract.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.compare.Judge;
import io.github.cascadecontract.conformance.random.Panel.Testimony;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.Status;
import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.run.PairWriting;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.OpenQuestions;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioJsonTest {
    private static final Environments ENVIRONMENTS = Environments.open();
    private static final List<Participant> PARTICIPANTS =
            List.of(AdapterParticipant.of(Adapters.named("mybatis"), ENVIRONMENTS));

    @TempDir
    private Path folder;

    @AfterEach
    void forgetFile() {
        System.clearProperty(Scenarios.PROPERTY);
    }

    @AfterAll
    static void close() {
        ENVIRONMENTS.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 200, 300, 400, 500})
    void what_is_printed_is_read_back_and_comes_out_the_same(long first) throws IOException {
        ModelSettings model = RandomScenarios.model(first);
        try (Panel panel = Panel.of(PARTICIPANTS, ENVIRONMENTS, model)) {
            for (long number = first; number < first + 10; number++) {
                Scenario scenario = RandomScenarios.scenario(number, model);
                PairWriting writing = RandomScenarios.writing(number);
                Testimony original = panel.run(scenario, writing).get(0);
                Scenarios read = read(ScenarioJson.file(scenario, original.observation()));
                assertSame(read, original, writing);
            }
        }
    }

    private Scenarios read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("printed.json"), text);
        System.setProperty(Scenarios.PROPERTY, file.toString());
        return Scenarios.load();
    }

    private static void assertSame(Scenarios scenarios, Testimony original, PairWriting writing) {
        Scenario read = scenarios.all().get(0);
        try (Panel panel = Panel.of(PARTICIPANTS, ENVIRONMENTS, read.model())) {
            Testimony again = panel.run(read, writing).get(0);
            assertThat(Agreement.deviations(read, List.of(original, again))).isEmpty();
            Result judged =
                    new Judge(scenarios, OpenQuestions.none()).judge(read, new Attempt.Observed(again.observation()));
            assertThat(judged.status()).as(judged.toString()).isEqualTo(Status.PASS);
        }
    }

    @Test
    void a_number_always_names_the_same_scenario() {
        for (long number : new long[] {7, 1234, 99_999}) {
            Scenario once = RandomScenarios.scenario(number, RandomScenarios.model(number));
            Scenario again = RandomScenarios.scenario(number, RandomScenarios.model(number));

            assertThat(again).isEqualTo(once);
        }
    }
}
