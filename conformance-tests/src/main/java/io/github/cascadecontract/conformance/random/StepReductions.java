package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Scenarios with fewer steps. */
final class StepReductions {
    private StepReductions() {}

    /** Each step left out, the last one first, with those that need it. */
    static List<Scenario> of(Scenario scenario) {
        List<Scenario> smaller = new ArrayList<>();
        for (int left = scenario.steps().size() - 1; left >= 0; left--) {
            List<ScenarioStep> steps = new ArrayList<>(scenario.steps());
            ScenarioStep removed = steps.remove(left);
            defined(removed).ifPresent(variable -> steps.removeIf(step -> names(step, variable)));
            if (!steps.isEmpty()) {
                smaller.add(with(scenario, steps));
            }
        }
        smaller.addAll(shorterLists(scenario));
        return smaller;
    }

    private static List<Scenario> shorterLists(Scenario scenario) {
        List<Scenario> smaller = new ArrayList<>();
        for (int i = 0; i < scenario.steps().size(); i++) {
            if (scenario.steps().get(i) instanceof ScenarioStep.Assign assign) {
                for (String child : assign.children()) {
                    List<String> children = new ArrayList<>(assign.children());
                    children.remove(child);
                    List<ScenarioStep> steps = new ArrayList<>(scenario.steps());
                    steps.set(i, new ScenarioStep.Assign(assign.variable(), assign.attribute(), children));
                    smaller.add(with(scenario, steps));
                }
            }
        }
        return smaller;
    }

    private static Optional<String> defined(ScenarioStep step) {
        if (step instanceof ScenarioStep.New made) {
            return Optional.of(made.variable());
        }
        return step instanceof ScenarioStep.Get found ? Optional.of(found.variable()) : Optional.empty();
    }

    private static boolean names(ScenarioStep step, String variable) {
        return StepArgument.texts(step).contains(variable);
    }

    /** Without the steps about an entity. */
    static List<ScenarioStep> withoutEntity(List<ScenarioStep> steps, String entity) {
        Set<String> variables = variables(steps, entity);
        return steps.stream()
                .filter(step -> variables.stream().noneMatch(variable -> names(step, variable)))
                .toList();
    }

    /** Without the steps about an attribute of an entity. */
    static List<ScenarioStep> withoutAttribute(List<ScenarioStep> steps, String entity, String attribute) {
        Set<String> variables = variables(steps, entity);
        return steps.stream()
                .filter(step -> StepArgument.texts(step).size() < 2
                        || !variables.contains(StepArgument.texts(step).get(0))
                        || !StepArgument.texts(step).get(1).equals(attribute))
                .toList();
    }

    private static Set<String> variables(List<ScenarioStep> steps, String entity) {
        Set<String> variables = new HashSet<>();
        for (ScenarioStep step : steps) {
            boolean defines = step instanceof ScenarioStep.New made
                            && made.entity().equals(entity)
                    || step instanceof ScenarioStep.Get found && found.entity().equals(entity);
            if (defines) {
                defined(step).ifPresent(variables::add);
            }
        }
        return variables;
    }

    static Scenario with(Scenario scenario, List<ScenarioStep> steps) {
        return new Scenario(
                scenario.id(),
                scenario.group(),
                scenario.fact(),
                scenario.model(),
                scenario.seed(),
                steps,
                scenario.recorded());
    }
}
