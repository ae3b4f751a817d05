package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.Operation;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tables of which the contract does not say when they are read: those of collections that were changed without having been read, for
 * changing may read at once, later or never; and those at the other end of an inverse one-to-one, which some providers read with every owner.
 */
final class OpenLoading {
    private final Map<String, String> entities = new HashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Scenario scenario;

    private OpenLoading(Scenario scenario) {
        this.scenario = scenario;
    }

    static Set<String> tables(Scenario scenario) {
        OpenLoading loading = new OpenLoading(scenario);
        scenario.model().relations().stream()
                .filter(RelationSetting::isInverseOneToOne)
                .forEach(loading::leaveOpen);
        scenario.steps().forEach(loading::step);
        return loading.open;
    }

    private void step(ScenarioStep step) {
        if (step instanceof ScenarioStep.New create) {
            entities.put(create.variable(), create.entity());
            made.add(create.variable());
        } else if (step instanceof ScenarioStep.Get get) {
            entities.put(get.variable(), get.entity());
        } else if (step instanceof ScenarioStep.Load load) {
            read.add(load.variable() + "." + load.attribute());
        } else if (step instanceof ScenarioStep.Append append) {
            change(append.variable(), append.attribute());
        } else if (step instanceof ScenarioStep.Remove remove) {
            change(remove.variable(), remove.attribute());
        } else if (step instanceof ScenarioStep.Assign assign) {
            change(assign.variable(), assign.attribute());
        } else if (step instanceof ScenarioStep.Reference reference) {
            change(reference.variable(), reference.attribute());
        } else if (step instanceof ScenarioStep.Whole whole && whole.operation() != Operation.FLUSH) {
            read.clear();
            made.clear();
        }
    }

    private void change(String variable, String attribute) {
        if (made.contains(variable) || read.contains(variable + "." + attribute)) {
            return;
        }
        scenario.model()
                .relation(entities.getOrDefault(variable, ""), attribute)
                .filter(relation -> !relation.holdsKey())
                .ifPresent(this::leaveOpen);
    }

    private void leaveOpen(RelationSetting relation) {
        BaseTable.ofEntity(relation.target()).ifPresent(target -> open.add(target.table()));
    }
}
