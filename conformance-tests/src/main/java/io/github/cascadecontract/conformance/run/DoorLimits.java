package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.scenario.Operation;
import io.github.cascadecontract.conformance.scenario.SavepointStep;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What only the unit of work can be asked for. */
final class DoorLimits {
    private static final String ONLY = " for the unit-of-work door only";
    private static final Set<String> END = Set.of("commit", "rollback", "rollback_to");

    private final PartlyGiven given;
    private final Set<String> detached = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private boolean failed;

    private DoorLimits(Scenario scenario) {
        this.given = new PartlyGiven(scenario);
    }

    /** Returns why a scenario has no meaning through a door, if it has none. */
    static Optional<String> of(Scenario scenario, Door door) {
        if (door == Door.UNIT_OF_WORK) {
            return Optional.empty();
        }
        DoorLimits limits = new DoorLimits(scenario);
        return scenario.steps().stream()
                .map(limits::reason)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> reason(ScenarioStep step) {
        given.see(step);
        if (failed && !END.contains(step.word())) {
            return Optional.of("use after a failed flush is" + ONLY);
        }
        failed = step.equals(new ScenarioStep.Try(new ScenarioStep.Whole(Operation.FLUSH)));
        if (step instanceof SavepointStep) {
            return Optional.of("savepoints are" + ONLY);
        }
        if (step instanceof ScenarioStep.Merge && given.isPartly()) {
            return Optional.of("merging only what was set is" + ONLY);
        }
        return removal(step);
    }

    private Optional<String> removal(ScenarioStep step) {
        if (step instanceof ScenarioStep.Get found) {
            known.add(found.variable());
            detached.remove(found.variable());
        } else if (step.equals(new ScenarioStep.Whole(Operation.NEW_SESSION))) {
            detached.addAll(known);
        } else if (step instanceof ScenarioStep.Delete delete && detached.contains(delete.variable())) {
            return Optional.of("removing a detached entity is" + ONLY);
        }
        return Optional.empty();
    }
}
