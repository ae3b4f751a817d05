package io.github.cascadecontract.conformance.random;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cascadecontract.conformance.report.RowCounts;
import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.scenario.ForeignKeySetting;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes a scenario in the format of the recorded ones. */
public final class ScenarioJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScenarioJson() {}

    /**
     * Returns the scenario as one element of a file's {@code scenarios}.
     *
     * @param scenario what was run
     * @param observed what is expected of it from now on
     */
    public static String of(Scenario scenario, Observation observed) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", scenario.id());
        node.put("group", scenario.group());
        node.put("fact", scenario.fact());
        node.set("settings", settings(scenario));
        expectation(node, observed);
        return node.toString();
    }

    /** Returns a whole file with one scenario. */
    public static String file(Scenario scenario, Observation observed) {
        return "{\"scenarios\": [" + of(scenario, observed) + "]}";
    }

    private static ObjectNode settings(Scenario scenario) {
        ObjectNode settings = JSON.createObjectNode();
        ObjectNode keys = settings.putObject("fks");
        scenario.model().foreignKeys().forEach(key -> keys.set(key.name(), key(key)));
        ObjectNode relations = settings.putObject("rels");
        scenario.model()
                .relations()
                .forEach(relation -> relations.set(relation.name(), RelationJson.of(relation, scenario.model())));
        settings.set("seed", JSON.valueToTree(scenario.seed()));
        ArrayNode steps = settings.putArray("steps");
        scenario.steps().forEach(step -> steps.add(step(step)));
        return settings;
    }

    private static ObjectNode key(ForeignKeySetting key) {
        ObjectNode node = JSON.createObjectNode();
        ForeignKeySetting.Constraints constraints = key.constraints();
        node.put("to", key.to());
        node.put("nullable", constraints.nullable());
        node.put("on_delete", key.onDelete().sql());
        flag(node, "unique", constraints.unique());
        flag(node, "pk", constraints.primaryKey());
        flag(node, "deferred", constraints.deferred());
        if (constraints.byDefault() != null) {
            node.put("default", constraints.byDefault());
        }
        if (key.onUpdate() != null) {
            node.put("on_update", key.onUpdate());
        }
        return node;
    }

    private static void flag(ObjectNode node, String name, Boolean value) {
        if (value) {
            node.put(name, true);
        }
    }

    /** A step is a record whose components stand in the order of its arguments; words of enums are part of its own word. */
    private static ArrayNode step(ScenarioStep step) {
        ArrayNode node = JSON.createArrayNode();
        node.add(step.word());
        for (RecordComponent component : step.getClass().getRecordComponents()) {
            Object argument = StepArgument.of(step, component);
            if (argument instanceof ScenarioStep nested) {
                node.add(step(nested));
            } else if (!(argument instanceof Enum<?>)) {
                node.addPOJO(JSON.valueToTree(argument));
            }
        }
        return node;
    }

    private static void expectation(ObjectNode node, Observation observed) {
        node.put("outcome", observed.ending().outcome());
        String step = observed.ending().failedAtStep();
        if (step != null && step.chars().allMatch(Character::isDigit)) {
            node.put("failed_at_step", Integer.valueOf(step));
        } else {
            node.put("failed_at_step", step);
        }
        node.set("final_rows", JSON.valueToTree(observed.finalRows()));
        node.set("rows_removed_by_client", JSON.valueToTree(removed(observed.byClient())));
        node.set("rows_removed_by_db", JSON.valueToTree(removed(observed.byDatabase())));
        ObjectNode sent = node.putObject("sent_by_client");
        tables(observed).forEach(table -> sent.set(table, sent(observed, table)));
        node.set("statements_by_step", JSON.valueToTree(reading(observed)));
        node.set("observed", JSON.valueToTree(looks(observed)));
    }

    private static Map<String, Integer> removed(Map<String, RowCounts> counts) {
        Map<String, Integer> removed = new TreeMap<>();
        counts.forEach((table, rows) -> {
            if (rows.delete() > 0) {
                removed.put(table, rows.delete());
            }
        });
        return removed;
    }

    private static Set<String> tables(Observation observed) {
        return new TreeSet<>(observed.byClient().keySet());
    }

    private static ObjectNode sent(Observation observed, String table) {
        RowCounts rows = observed.byClient().get(table);
        return JSON.createObjectNode()
                .put("select", observed.reading().ownAccount().getOrDefault(table, 0))
                .put("insert", rows.insert())
                .put("update", rows.update())
                .put("delete", rows.delete());
    }

    private static List<String> reading(Observation observed) {
        return observed.statements().stream()
                .flatMap(statement -> statement.entityTables().stream()
                        .map(table -> "%d %s: select %s x1"
                                .formatted(
                                        statement.step().index(),
                                        statement.step().word(),
                                        table)))
                .distinct()
                .toList();
    }

    private static Map<String, @Nullable Object> looks(Observation observed) {
        Map<String, @Nullable Object> looks = new TreeMap<>();
        observed.looks().forEach((look, value) -> looks.put(look, recorded(value)));
        return looks;
    }

    /** The record has more states than Java tells apart. */
    private static @Nullable Object recorded(@Nullable Object value) {
        if (Observation.MANAGED.equals(value)) {
            return "persistent";
        }
        return Observation.NOT_MANAGED.equals(value) ? "detached" : value;
    }
}
