package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.scenario.Selection;
import java.util.LinkedHashMap;
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
}
