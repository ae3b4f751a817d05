package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.scenario.BulkStep;
import io.github.cascadecontract.conformance.scenario.Operation;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.conformance.scenario.SavepointStep;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import io.github.cascadecontract.mapping.RelationKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads from a scenario which abilities it needs. */
final class Needs {
    private final Scenario scenario;
    private final Set<Ability> found = EnumSet.noneOf(Ability.class);

    private Needs(Scenario scenario) {
        this.scenario = scenario;
    }

    static Set<Ability> of(Scenario scenario) {
        Needs needs = new Needs(scenario);
        scenario.model().relations().forEach(needs::relation);
        needs.steps();
        return needs.found;
    }

    private void relation(RelationSetting relation) {
        switch (relation.kind()) {
            case ONE_TO_ONE -> found.add(Ability.ONE_TO_ONE);
            case MANY_TO_MANY -> found.add(Ability.MANY_TO_MANY);
            case ONE_TO_MANY -> {
                if (scenario.model().inverseOf(relation).isEmpty()) {
                    found.add(Ability.UNIDIRECTIONAL_ONE_TO_MANY);
                }
            }
            case MANY_TO_ONE -> {}
        }
        boolean fromTheOtherSide = relation.isCollection() || relation.isInverseOneToOne();
        if (fromTheOtherSide && isLeftUnread(relation)) {
            boolean single = relation.kind() == RelationKind.ONE_TO_ONE;
            found.add(single ? Ability.LAZY_ONE_TO_ONE : Ability.LAZY_COLLECTIONS);
        }
    }

    /** Whether an entity is found whose value of the relation no step reads. */
    private boolean isLeftUnread(RelationSetting relation) {
        Set<String> unread = new HashSet<>();
        for (ScenarioStep step : all()) {
            if (step instanceof ScenarioStep.Get get && get.entity().equals(relation.entity())) {
                unread.add(get.variable());
            } else if (step instanceof ScenarioStep.Load load
                    && load.attribute().equals(relation.attribute())) {
                unread.remove(load.variable());
            }
        }
        return !unread.isEmpty();
    }

    private void steps() {
        Set<String> managed = new HashSet<>();
        Set<String> detached = new HashSet<>();
        for (ScenarioStep step : all()) {
            if (step instanceof ScenarioStep.Get get) {
                managed.add(get.variable());
                detached.remove(get.variable());
            } else if (step.equals(new ScenarioStep.Whole(Operation.NEW_SESSION))) {
                detached.addAll(managed);
            } else if (step instanceof ScenarioStep.Delete delete && detached.contains(delete.variable())) {
                found.add(Ability.DETACHED_REMOVAL);
            }
            step(step);
        }
    }

    private void step(ScenarioStep step) {
        if (step instanceof ScenarioStep.Merge) {
            found.add(Ability.MERGE);
        } else if (step instanceof ScenarioStep.Refresh) {
            found.add(Ability.REFRESH);
        } else if (step instanceof ScenarioStep.Expunge) {
            found.add(Ability.DETACH);
        } else if (step instanceof SavepointStep) {
            found.add(Ability.SAVEPOINTS);
        } else if (step instanceof ScenarioStep.LoadFiltered) {
            found.add(Ability.PARTIAL_COLLECTIONS);
        } else if (step instanceof ScenarioStep.Sql || step instanceof BulkStep) {
            found.add(Ability.NATIVE_STATEMENTS);
        }
    }

    private List<ScenarioStep> all() {
        return scenario.steps().stream()
                .map(step -> step instanceof ScenarioStep.Try attempt ? attempt.step() : step)
                .toList();
    }
}
