package io.github.cascadecontract.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.compare.Judge;
import io.github.cascadecontract.conformance.report.Bytecode;
import io.github.cascadecontract.conformance.report.Progress;
import io.github.cascadecontract.conformance.report.Run;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.scenario.OpenQuestions;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * With classes that it has changed a JPA provider can leave inverse one-to-ones and references unloaded: nothing is excused and
 * nothing is open. Played are the scenarios that have an inverse one-to-one and no merge, and those with an open question; a
 * comparison plays all.
 */
class ChangedClassesTest {
    private static final Scenarios SCENARIOS = Scenarios.builtIn();

    @Test
    void classes_enhanced_by_hibernate_meet_the_contract() {
        assertMet("hibernate", Bytecode.ENHANCED);
    }

    @Test
    void classes_woven_by_eclipselink_meet_the_contract() {
        assertMet("eclipselink", Bytecode.WOVEN);
    }

    private static void assertMet(String adapter, Bytecode bytecode) {
        List<Run> runs = runs(adapter, bytecode);

        assertThat(runs).extracting(Run::bytecode).containsExactly(bytecode, bytecode);
        assertThat(runs.stream().flatMap(ChangedClassesTest::differences)).isEmpty();
    }

    private static Stream<String> differences(Run run) {
        return run.results().stream()
                .filter(result -> result.status().isDifferent())
                .map(result -> run.title() + ", " + result.scenario() + ": " + result.difference());
    }

    private static List<Run> runs(String adapter, Bytecode bytecode) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        try (Environments environments = Environments.open();
                Workers workers = new Workers()) {
            return new AdapterSelection(adapter)
                    .adapters().stream()
                            .flatMap(found -> LegSetting.of(found, environments).stream())
                            .filter(setting -> setting.bytecode() == bytecode)
                            .map(setting -> new Leg(setting, environments, new Judge(SCENARIOS, OpenQuestions.none())))
                            .flatMap(leg -> leg.run(concerned(), Progress.on(nowhere), workers).stream())
                            .toList();
        }
    }

    private static List<Scenario> concerned() {
        Set<String> asked = OpenQuestions.load().scenarios();
        return SCENARIOS.all().stream()
                .filter(scenario -> asked.contains(scenario.id()) || leavesOneToOneUnloaded(scenario))
                .toList();
    }

    /** A merge reads the relations that it is given, whatever the classes can leave unloaded. */
    private static boolean leavesOneToOneUnloaded(Scenario scenario) {
        return scenario.model().relations().stream().anyMatch(RelationSetting::isInverseOneToOne)
                && scenario.steps().stream().noneMatch(ScenarioStep.Merge.class::isInstance);
    }
}
