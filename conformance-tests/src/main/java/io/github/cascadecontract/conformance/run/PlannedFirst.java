package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.Set;

/** Asks for plans where a step may make rows go: by a call, as an orphan, or by a merge. */
final class PlannedFirst {
    private static final Set<String> REMOVING = Set.of("delete", "remove", "assign", "ref", "merge");

    private PlannedFirst() {}

    static Course course(Scenario scenario) {
        boolean removes = scenario.steps().stream().map(PlannedFirst::word).anyMatch(REMOVING::contains);
        Planning planning = removes ? Planning.EVERY_REMOVAL : Planning.NONE;
        return new Course(PairWriting.BOTH_SIDES, Course.turns(scenario), planning);
    }

    private static String word(ScenarioStep step) {
        return step instanceof ScenarioStep.Try attempt ? attempt.step().word() : step.word();
    }
}
