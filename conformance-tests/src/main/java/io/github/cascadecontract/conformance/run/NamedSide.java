package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.Optional;

/** Touches only the side that a step names; without a step on a pair there is no other side. */
final class NamedSide {
    private NamedSide() {}

    static Course course(Scenario scenario) {
        boolean onPair = scenario.steps().stream()
                .flatMap(step -> attribute(step).stream())
                .anyMatch(attribute -> isHalfOfPair(scenario.model(), attribute));
        return Course.asWritten(scenario, onPair ? PairWriting.NAMED_SIDE : PairWriting.BOTH_SIDES);
    }

    private static Optional<String> attribute(ScenarioStep step) {
        if (step instanceof ScenarioStep.Append append) {
            return Optional.of(append.attribute());
        }
        if (step instanceof ScenarioStep.Remove remove) {
            return Optional.of(remove.attribute());
        }
        if (step instanceof ScenarioStep.Assign assign) {
            return Optional.of(assign.attribute());
        }
        return step instanceof ScenarioStep.Reference reference ? Optional.of(reference.attribute()) : Optional.empty();
    }

    private static boolean isHalfOfPair(ModelSettings model, String attribute) {
        return model.relations().stream()
                .anyMatch(relation -> relation.attribute().equals(attribute) && relation.inverse() != null);
    }
}
