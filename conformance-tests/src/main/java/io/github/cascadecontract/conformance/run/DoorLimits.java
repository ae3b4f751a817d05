package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.scenario.Operation;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What only the unit of work can be asked for. */
final class DoorLimits {
    private final Set<String> detached = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    private DoorLimits() {}

    /** Returns why a scenario has no meaning through a door, if it has none. */
    static Optional<String> of(Scenario scenario, Door door) {
        if (door == Door.UNIT_OF_WORK) {
            return Optional.empty();
        }
        DoorLimits limits = new DoorLimits();
        return scenario.steps().stream()
                .map(limits::reason)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> reason(ScenarioStep step) {
        if (step instanceof ScenarioStep.Get found) {
            known.add(found.variable());
            detached.remove(found.variable());
        } else if (step.equals(new ScenarioStep.Whole(Operation.NEW_SESSION))) {
            detached.addAll(known);
        } else if (step instanceof ScenarioStep.Delete delete && detached.contains(delete.variable())) {
            return Optional.of("removing a detached entity is for the unit-of-work door only");
        }
        return Optional.empty();
    }
}
