package io.github.cascadecontract.conformance.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks before anything runs that seed and steps name what the model has, and variables that exist. */
final class ScenarioCheck {
    private final ModelSettings model;
    private final Map<String, String> entities = new HashMap<>();
    private final Set<String> savepoints = new HashSet<>();
    private Place place;

    private ScenarioCheck(ModelSettings model, Place place) {
        this.model = model;
        this.place = place;
    }

    static void check(Scenario scenario, Place place) {
        new ScenarioCheck(scenario.model(), place).check(scenario);
    }

    private void check(Scenario scenario) {
        Place whole = place;
        scenario.seed().forEach((table, rows) -> rows.forEach(row -> checkColumns(table, row)));
        for (int i = 0; i < scenario.steps().size(); i++) {
            place = whole.in("step " + i);
            scenario.steps().get(i).execute(new StepCheck(this));
        }
    }

    private void checkColumns(String table, Map<String, @Nullable Object> row) {
        for (String column : row.keySet()) {
            String name = column.startsWith("+") ? column.substring(1) : column;
            if (!columns(table).contains(name)) {
                throw place.wrong(
                        "the seed names column '%s.%s', which is neither known nor in 'fks'".formatted(table, name));
            }
        }
    }

    private List<String> columns(String table) {
        Stream<String> ofKeys = model.keysOf(table).stream().map(ForeignKeySetting::column);
        Stream<String> own = BaseTable.named(table).stream()
                .flatMap(base -> Stream.concat(Stream.of("id"), base.columns().stream()));
        return Stream.concat(own, ofKeys).toList();
    }

    void define(String variable, String entity) {
        if (BaseTable.ofEntity(entity).isEmpty()) {
            throw place.wrong("'" + entity + "' is no known entity");
        }
        entities.put(variable, entity);
    }

    void columnsOf(String entity, Map<String, @Nullable Object> values) {
        values.keySet().forEach(column -> column(entity, column));
    }

    void column(String entity, String column) {
        String table = BaseTable.ofEntity(entity).orElseThrow().table();
        if (!columns(table).contains(column) && model.relation(entity, column).isEmpty()) {
            throw place.wrong("'%s' has neither a column nor a relation '%s'".formatted(entity, column));
        }
    }

    String variable(String name) {
        String entity = entities.get(name);
        if (entity == null) {
            throw place.wrong("variable '" + name + "' is not defined by an earlier step");
        }
        return entity;
    }

    void savepoint(SavepointStep step) {
        if (step.operation() == SavepointStep.Operation.SET) {
            savepoints.add(step.name());
        } else if (!savepoints.contains(step.name())) {
            throw place.wrong("savepoint '" + step.name() + "' is not set by an earlier step");
        }
    }

    RelationSetting relation(String variable, String attribute) {
        String entity = variable(variable);
        return model.relation(entity, attribute)
                .orElseThrow(() -> place.wrong("'%s' has no relation '%s'".formatted(entity, attribute)));
    }

    void collection(String variable, String attribute) {
        if (!relation(variable, attribute).isCollection()) {
            throw place.wrong("'%s.%s' is no collection".formatted(variable(variable), attribute));
        }
    }

    void single(String variable, String attribute) {
        if (relation(variable, attribute).isCollection()) {
            throw place.wrong("'%s.%s' is a collection".formatted(variable(variable), attribute));
        }
    }

    void target(String variable, String attribute, @Nullable String child) {
        RelationSetting relation = relation(variable, attribute);
        if (child != null && !variable(child).equals(relation.target())) {
            throw place.wrong("'%s' holds %s, and '%s' is a %s"
                    .formatted(relation.name(), relation.target(), child, variable(child)));
        }
    }
}
