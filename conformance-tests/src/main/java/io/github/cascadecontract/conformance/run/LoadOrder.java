package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.run.Course.Turn;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the parents that children will be given to as early as it makes no difference to the database: a provider that walks
 * its entities in the order in which they came meets the new parent first.
 */
final class LoadOrder {
    /** Steps that send nothing but SELECTs, and mark nothing. */
    private static final Set<String> HARMLESS =
            Set.of("new", "get", "load", "append", "remove", "assign", "ref", "set", "state", "unloaded");

    private LoadOrder() {}

    static Course course(Scenario scenario) {
        Set<String> parents =
                scenario.steps().stream().flatMap(LoadOrder::newParent).collect(Collectors.toSet());
        List<Turn> turns = Course.turns(scenario);
        List<Turn> ordered = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= turns.size(); i++) {
            if (i == turns.size() || !HARMLESS.contains(turns.get(i).step().word())) {
                ordered.addAll(parentsFirst(turns.subList(start, Math.min(i + 1, turns.size())), parents));
                start = i + 1;
            }
        }
        return new Course(PairWriting.BOTH_SIDES, ordered);
    }

    private static List<Turn> parentsFirst(List<Turn> turns, Set<String> parents) {
        return turns.stream()
                .sorted(Comparator.comparing(turn -> !finds(turn.step(), parents)))
                .toList();
    }

    private static boolean finds(ScenarioStep step, Set<String> parents) {
        return step instanceof ScenarioStep.Get found && parents.contains(found.variable());
    }

    private static Stream<String> newParent(ScenarioStep step) {
        if (step instanceof ScenarioStep.Append append) {
            return Stream.of(append.variable());
        }
        if (step instanceof ScenarioStep.Assign assign) {
            return Stream.of(assign.variable());
        }
        return step instanceof ScenarioStep.Reference reference && reference.target() != null
                ? Stream.of(reference.target())
                : Stream.empty();
    }
}
