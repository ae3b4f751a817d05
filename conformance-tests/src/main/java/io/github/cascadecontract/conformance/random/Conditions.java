package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.annotation.PassiveDeletes;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import io.github.cascadecontract.mapping.RelationKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a sequence must keep to, so that the contract decides how it comes out: where it would matter whether a provider has loaded a
 * relation, the sequence loads it.
 */
final class Conditions {
    private final ModelSettings model;
    private final Map<String, String> entities = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    private Conditions(ModelSettings model) {
        this.model = model;
    }

    /** Whether changing a collection loads it must not matter: under PassiveDeletes ON it would decide who removes the children. */
    static boolean mustBeLoaded(RelationSetting relation) {
        return relation.passiveDeletes() == PassiveDeletes.Mode.ON || isOneWay(relation);
    }

    /** Children that do not know their parent: their keys may be written by statements of their own. */
    static boolean isOneWay(RelationSetting relation) {
        return relation.kind() == RelationKind.ONE_TO_MANY && relation.inverse() == null;
    }

    /** Returns whether a sequence keeps to the conditions. */
    static boolean hold(Scenario scenario) {
        Conditions conditions = new Conditions(scenario.model());
        if (!conditions.isMappedAsItIs()) {
            return false;
        }
        List<ScenarioStep> steps = scenario.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (!conditions.holdFor(steps.get(i), steps.subList(i + 1, steps.size()))) {
                return false;
            }
        }
        return true;
    }

    /** A one-to-one without an inverse says that its key is unique. */
    private boolean isMappedAsItIs() {
        return model.relations().stream()
                .filter(relation -> relation.kind() == RelationKind.ONE_TO_ONE && relation.inverse() == null)
                .allMatch(relation -> model.key(relation.over())
                        .filter(key -> key.constraints().unique())
                        .isPresent());
    }

    private boolean holdFor(ScenarioStep step, List<ScenarioStep> next) {
        if (step instanceof ScenarioStep.New made) {
            entities.put(made.variable(), made.entity());
            model.relationsOf(made.entity()).forEach(relation -> known.add(key(made.variable(), relation.attribute())));
        } else if (step instanceof ScenarioStep.Load load) {
            known.add(key(load.variable(), load.attribute()));
        } else if (step instanceof ScenarioStep.Get get) {
            entities.put(get.variable(), get.entity());
            return loadsInverses(get, next);
        } else if (step instanceof ScenarioStep.SetValue set) {
            return model.relations().stream()
                    .noneMatch(
                            relation -> isOneWay(relation) && relation.target().equals(entities.get(set.variable())));
        }
        return changed(step).map(this::isSettled).orElse(true);
    }

    private boolean loadsInverses(ScenarioStep.Get get, List<ScenarioStep> next) {
        List<RelationSetting> inverses = model.relationsOf(get.entity()).stream()
                .filter(RelationSetting::isInverseOneToOne)
                .toList();
        return inverses.stream()
                .allMatch(relation -> next.stream()
                        .limit(inverses.size())
                        .anyMatch(new ScenarioStep.Load(get.variable(), relation.attribute())::equals));
    }

    private static Optional<String> changed(ScenarioStep step) {
        if (step instanceof ScenarioStep.Append append) {
            return Optional.of(key(append.variable(), append.attribute()));
        }
        if (step instanceof ScenarioStep.Remove remove) {
            return Optional.of(key(remove.variable(), remove.attribute()));
        }
        return step instanceof ScenarioStep.Assign assign
                ? Optional.of(key(assign.variable(), assign.attribute()))
                : Optional.empty();
    }

    private boolean isSettled(String changed) {
        String[] parts = changed.split("\\.");
        return known.contains(changed)
                || model.relation(entities.getOrDefault(parts[0], ""), parts[1])
                        .filter(Conditions::mustBeLoaded)
                        .isEmpty();
    }

    private static String key(String variable, String attribute) {
        return variable + "." + attribute;
    }
}
