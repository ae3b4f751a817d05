package io.github.cascadecontract.conformance.rulebook;

import io.github.cascadecontract.conformance.rulebook.ProofList.Elsewhere;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.conformance.scenario.Selection;
import io.github.cascadecontract.rule.Decision;
import io.github.cascadecontract.rule.Rule;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which scenarios prove which rule: those that the list of proofs names, and those that the contract decides otherwise than
 * they were recorded. A scenario that Java has no words for proves nothing.
 */
public final class Proofs {
    private final Map<Rule, List<String>> patterns = new EnumMap<>(Rule.class);
    private final Map<Rule, Elsewhere> elsewhere = new EnumMap<>(Rule.class);
    private final Map<Rule, Set<Scenario>> scenarios = new EnumMap<>(Rule.class);
    private final Map<String, List<Rule>> deciding = new HashMap<>();
    private final Map<String, List<Rule>> naming = new HashMap<>();

    private Proofs(ProofList list) {
        list.scenarios().forEach((id, named) -> patterns.put(rule(id), named));
        list.elsewhere().forEach((id, reason) -> elsewhere.put(rule(id), reason));
        Arrays.stream(Rule.values()).forEach(rule -> scenarios.put(rule, new LinkedHashSet<>()));
    }

    /**
     * Finds out what some scenarios prove.
     *
     * @param scenarios the recorded ones or those of a user; of the latter only those prove something that have the id of a
     *     recorded one or a decision beside them
     */
    public static Proofs of(Scenarios scenarios) {
        Proofs proofs = new Proofs(ProofList.load());
        scenarios.all().stream()
                .filter(scenario -> isPortable(scenario, scenarios))
                .forEach(scenario -> proofs.add(scenario, rulesThatDecide(scenario, scenarios)));
        return proofs;
    }

    private static boolean isPortable(Scenario scenario, Scenarios all) {
        return all.decisions().about(scenario.id()).stream().allMatch(decided -> decided.isPortable());
    }

    private static List<Rule> rulesThatDecide(Scenario scenario, Scenarios all) {
        return all.decisions().about(scenario.id()).stream()
                .flatMap(decided -> rulesNamed(decided.rule()))
                .toList();
    }

    private static Stream<Rule> rulesNamed(String id) {
        return Stream.concat(
                Rule.of(id).stream(), Decision.of(id).stream().flatMap(decision -> decision.rules().stream()));
    }

    private static Rule rule(String id) {
        return Rule.of(id).orElseThrow(() -> new IllegalStateException("The list of proofs names no rule: " + id));
    }

    private void add(Scenario scenario, List<Rule> decide) {
        List<Rule> name = Arrays.stream(Rule.values())
                .filter(rule -> isNamed(scenario, rule))
                .toList();
        deciding.put(scenario.id(), decide);
        naming.put(scenario.id(), name);
        Stream.concat(decide.stream(), name.stream())
                .forEach(rule -> scenarios.get(rule).add(scenario));
    }

    private boolean isNamed(Scenario scenario, Rule rule) {
        return patterns(rule).stream().anyMatch(pattern -> new Selection(pattern).names(scenario.id()));
    }

    /**
     * Returns the rules that a scenario proves, most telling first: those that decide it, then those that few others prove.
     *
     * @return none if the scenario is unknown, belongs to no rule, or is not portable
     */
    public List<Rule> rulesOf(String scenario) {
        Stream<Rule> named = naming.getOrDefault(scenario, List.of()).stream()
                .sorted(Comparator.comparing(rule -> scenarios.get(rule).size()));
        return Stream.concat(deciding.getOrDefault(scenario, List.of()).stream(), named)
                .distinct()
                .toList();
    }

    /** Returns the scenarios that prove a rule, in the order of their file; none if no scenario can. */
    public List<Scenario> scenariosOf(Rule rule) {
        return List.copyOf(scenarios.get(rule));
    }

    List<String> patterns(Rule rule) {
        return patterns.getOrDefault(rule, List.of());
    }

    Optional<Elsewhere> elsewhere(Rule rule) {
        return Optional.ofNullable(elsewhere.get(rule));
    }
}
