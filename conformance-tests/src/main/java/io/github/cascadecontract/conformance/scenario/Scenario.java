package io.github.cascadecontract.conformance.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One scenario: a model, rows, steps, and what happened when it was recorded.
 *
 * @param id its name
 * @param group its family
 * @param fact one sentence
 * @param model foreign keys and relations
 * @param seed rows by table; a column written {@code +column} is set after all rows are in
 * @param steps what is done
 * @param recorded what happened
 */
public record Scenario(
        String id,
        String group,
        String fact,
        ModelSettings model,
        Map<String, List<Map<String, @Nullable Object>>> seed,
        List<ScenarioStep> steps,
        Expectation recorded) {
    /** Keeps immutable copies. */
    public Scenario {
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        return id;
    }
}
