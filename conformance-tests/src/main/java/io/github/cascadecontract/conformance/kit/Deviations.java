package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Selection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Declared deviations.
 *
 * @param reasons names of scenarios, and why an adapter does not meet them
 */
record Deviations(Map<Selection, String> reasons) {
    static Deviations of(Map<String, String> declared) {
        Map<Selection, String> reasons = new LinkedHashMap<>();
        declared.forEach((names, reason) -> reasons.put(new Selection(names), reason));
        return new Deviations(reasons);
    }

    Optional<String> about(String scenario) {
        return reasons.entrySet().stream()
                .filter(entry -> entry.getKey().names(scenario))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Refuses entries that name nothing: a scenario that was renamed must not be forgotten.
     *
     * @throws IllegalArgumentException with all of them
     */
    void requireKnown(Collection<Scenario> scenarios) {
        List<String> unknown = reasons.keySet().stream()
                .filter(names -> scenarios.stream().map(Scenario::id).noneMatch(names::names))
                .map(Selection::only)
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "deviations() names scenarios that do not exist: %s. Correct the names or take the entries out."
                            .formatted(unknown));
        }
    }
}
