package io.github.cascadecontract.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one scenario and checks that its parts fit together. */
final class ScenarioReader {
    private final Place place;
    private final Decisions decisions;

    ScenarioReader(Place place, Decisions decisions) {
        this.place = place;
        this.decisions = decisions;
    }

    Scenario read(JsonNode node) {
        String id = new Fields(node, place.in("'scenarios'")).text("id");
        Fields fields = new Fields(node, place.scenario(id));
        boolean portable = decisions.about(id).map(Decision::isPortable).orElse(true);
        return portable ? runnable(id, fields) : named(id, fields);
    }

    /** Java has no word for it: its settings are not looked at. */
    private static Scenario named(String id, Fields fields) {
        Expectation recorded = ExpectationReader.recorded(fields, null);
        return new Scenario(
                id, fields.text("group"), fields.text("fact"), ModelReader.none(), Map.of(), List.of(), recorded);
    }

    private static Scenario runnable(String id, Fields fields) {
        Fields settings = fields.object("settings");
        List<ScenarioStep> steps = steps(settings);
        Map<String, List<Map<String, @Nullable Object>>> seed = seed(settings.object("seed"));
        ModelSettings model = ModelReader.read(settings, steps, seed);
        Expectation recorded = ExpectationReader.recorded(fields, LoadingReader.read(fields, steps));
        Scenario scenario = new Scenario(id, fields.text("group"), fields.text("fact"), model, seed, steps, recorded);
        ScenarioCheck.check(scenario, fields.place());
        return scenario;
    }

    private static List<ScenarioStep> steps(Fields settings) {
        List<ScenarioStep> steps = new ArrayList<>();
        for (JsonNode step : settings.array("steps")) {
            steps.add(StepReader.read(new StepArguments(step, settings.place().in("step " + steps.size()))));
        }
        return steps;
    }

    private static Map<String, List<Map<String, @Nullable Object>>> seed(Fields seed) {
        Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();
        for (String table : seed.values().keySet()) {
            List<Map<String, @Nullable Object>> tableRows = new ArrayList<>();
            for (JsonNode row : seed.array(table)) {
                tableRows.add(new Fields(row, seed.place().in("'" + table + "'")).values());
            }
            rows.put(table, tableRows);
        }
        return rows;
    }
}
