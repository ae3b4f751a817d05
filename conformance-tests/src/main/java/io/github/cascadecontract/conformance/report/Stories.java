package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells scenario files in words. */
public final class Stories {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Map<String, @Nullable Object>>> ROWS = new TypeReference<>() {};

    private final Map<String, String> decisions = new HashMap<>();

    private Stories(@Nullable JsonNode decided) {
        if (decided != null) {
            decided.path("scenarios").forEach(this::remember);
        }
    }

    /**
     * The stories of a file, in its order.
     *
     * @param scenarios the scenario file as it is
     * @param decided the decisions beside it, or null if it has none
     * @return one story for each scenario
     */
    public static List<Story> of(JsonNode scenarios, @Nullable JsonNode decided) {
        Stories stories = new Stories(decided);
        List<Story> told = new ArrayList<>();
        scenarios.path("scenarios").forEach(scenario -> told.add(stories.tell(scenario)));
        return List.copyOf(told);
    }

    private void remember(JsonNode decided) {
        List<String> reasons = new ArrayList<>();
        List.of("rule", "decision").stream()
                .filter(decided::hasNonNull)
                .forEach(field -> reasons.add(decided.path(field).asText()));
        String kind = decided.path("kind").asText().equals("decided")
                ? ""
                : decided.path("kind").asText() + ": ";
        decisions.put(
                decided.path("scenario").asText(),
                kind + String.join(", ", reasons) + ": "
                        + decided.path("because").asText());
    }

    private Story tell(JsonNode scenario) {
        JsonNode settings = scenario.path("settings");
        String id = scenario.path("id").asText();
        return new Story(
                id,
                scenario.path("group").asText(),
                scenario.path("fact").asText(),
                foreignKeys(settings.path("fks")),
                relations(settings.path("rels")),
                seed(settings.path("seed")),
                steps(settings.path("steps")),
                decisions.get(id));
    }

    private static List<Story.ForeignKey> foreignKeys(JsonNode keys) {
        List<Story.ForeignKey> told = new ArrayList<>();
        keys.properties().forEach(key -> told.add(SettingWords.foreignKey(key.getKey(), key.getValue())));
        return told;
    }

    private static List<Story.Relation> relations(JsonNode relations) {
        List<Story.Relation> told = new ArrayList<>();
        relations
                .properties()
                .forEach(relation -> told.add(SettingWords.relation(relation.getKey(), relation.getValue())));
        return told;
    }

    private static List<String> steps(JsonNode steps) {
        List<String> told = new ArrayList<>();
        steps.forEach(step -> told.add(StepWords.of(step)));
        return told;
    }

    private static Map<String, List<Map<String, @Nullable Object>>> seed(JsonNode seed) {
        Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();
        seed.properties().forEach(table -> rows.put(table.getKey(), table(table.getValue())));
        return rows;
    }

    private static List<Map<String, @Nullable Object>> table(JsonNode rows) {
        return JSON.convertValue(rows, ROWS).stream().map(Stories::withoutMarks).toList();
    }

    /** A plus before a column only says that it is set after all rows are in. */
    private static Map<String, @Nullable Object> withoutMarks(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        row.forEach((column, value) -> plain.put(column.startsWith("+") ? column.substring(1) : column, value));
        return plain;
    }
}
