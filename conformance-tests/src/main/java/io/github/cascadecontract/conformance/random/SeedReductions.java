package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.scenario.ForeignKeySetting;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scenarios with fewer rows to begin with. */
final class SeedReductions {
    private SeedReductions() {}

    /** Each row left out, then each key that may be NULL set to NULL. */
    static List<Scenario> of(Scenario scenario) {
        List<Scenario> smaller = new ArrayList<>();
        scenario.seed().forEach((table, rows) -> rows.forEach(row -> smaller.add(without(scenario, table, row))));
        for (ForeignKeySetting key : scenario.model().foreignKeys()) {
            if (key.constraints().nullable()) {
                scenario.seed().getOrDefault(key.table(), List.of()).stream()
                        .filter(row -> row.get(key.column()) != null)
                        .forEach(row -> smaller.add(cleared(scenario, key, row)));
            }
        }
        return smaller;
    }

    private static Scenario without(Scenario scenario, String table, Map<String, @Nullable Object> row) {
        List<Map<String, @Nullable Object>> rows =
                new ArrayList<>(scenario.seed().get(table));
        rows.remove(row);
        return with(scenario, table, rows);
    }

    private static Scenario cleared(Scenario scenario, ForeignKeySetting key, Map<String, @Nullable Object> row) {
        List<Map<String, @Nullable Object>> rows =
                new ArrayList<>(scenario.seed().get(key.table()));
        Map<String, @Nullable Object> clear = new LinkedHashMap<>(row);
        clear.put(key.column(), null);
        rows.set(rows.indexOf(row), clear);
        return with(scenario, key.table(), rows);
    }

    private static Scenario with(Scenario scenario, String table, List<Map<String, @Nullable Object>> rows) {
        Map<String, List<Map<String, @Nullable Object>>> seed = new LinkedHashMap<>(scenario.seed());
        seed.put(table, rows);
        return with(scenario, seed);
    }

    static Scenario with(Scenario scenario, Map<String, List<Map<String, @Nullable Object>>> seed) {
        return new Scenario(
                scenario.id(),
                scenario.group(),
                scenario.fact(),
                scenario.model(),
                seed,
                scenario.steps(),
                scenario.recorded());
    }
}
