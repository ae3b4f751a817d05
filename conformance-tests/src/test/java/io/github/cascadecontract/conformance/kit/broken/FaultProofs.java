package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.conformance.compare.Judge;
import io.github.cascadecontract.conformance.compare.Trials;
import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.report.Status;
import io.github.cascadecontract.conformance.rulebook.Proofs;
import io.github.cascadecontract.conformance.run.ConnectedModel;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.run.ReferenceLoading;
import io.github.cascadecontract.conformance.scenario.OpenQuestions;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.conformance.scenario.Selection;
import io.github.cascadecontract.rule.Rule;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs broken adapters over the scenarios of the rules that they break, until one fails. */
final class FaultProofs implements AutoCloseable {
    private final Scenarios scenarios = Scenarios.builtIn();
    private final Proofs proofs = Proofs.of(scenarios);
    private final Trials trials = new Trials(new Judge(scenarios, OpenQuestions.load()), Set.of());
    private final Environments environments = Environments.open();

    /** By rule the broken adapters that fail it, each with the first scenario that shows it. */
    Map<Rule, Map<Fault, String>> all() {
        Map<Rule, Map<Fault, String>> found = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            found.put(rule, new EnumMap<>(Fault.class));
        }
        for (Fault fault : Fault.values()) {
            prove(fault).forEach((rule, scenario) -> found.get(rule).put(fault, scenario));
        }
        return found;
    }

    /** Returns the rules that no scenario proves. */
    List<Rule> withoutScenario() {
        return List.of(Rule.values()).stream()
                .filter(rule -> proofs.scenariosOf(rule).isEmpty())
                .toList();
    }

    private Map<Rule, String> prove(Fault fault) {
        Map<Rule, String> found = new EnumMap<>(Rule.class);
        Map<String, Boolean> known = new HashMap<>();
        for (Rule rule : fault.rules()) {
            failing(fault, proofs.scenariosOf(rule), known).ifPresent(scenario -> found.put(rule, scenario));
        }
        return found;
    }

    private Optional<String> failing(Fault fault, List<Scenario> candidates, Map<String, Boolean> known) {
        return candidates.stream()
                .filter(scenario -> known.computeIfAbsent(scenario.id(), absent -> fails(fault.adapter(), scenario)))
                .map(Scenario::id)
                .findFirst();
    }

    boolean fails(PersistenceAdapter adapter, String scenario) {
        return fails(adapter, new Selection(scenario).of(scenarios).get(0));
    }

    private boolean fails(PersistenceAdapter adapter, Scenario scenario) {
        try (ConnectedModel model =
                ConnectedModel.open(environments.of(scenario.model()), adapter, Mode.CONTRACT, ReferenceLoading.LAZY)) {
            return trials.of(scenario, model, Door.UNIT_OF_WORK).result().status() == Status.FAIL;
        }
    }

    @Override
    public void close() {
        environments.close();
    }
}
