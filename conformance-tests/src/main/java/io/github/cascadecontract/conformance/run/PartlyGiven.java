package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which objects that the steps make leave out a value that their row has. A plain merge takes null for it: it cannot tell
 * what is null from what is not given.
 */
final class PartlyGiven {
    private final Scenario scenario;
    private final Map<String, ScenarioStep.New> made = new HashMap<>();
    private final Map<String, Set<String>> set = new HashMap<>();

    PartlyGiven(Scenario scenario) {
        this.scenario = scenario;
    }

    void see(ScenarioStep step) {
        if (step instanceof ScenarioStep.New object) {
            made.put(object.variable(), object);
            set.put(object.variable(), new HashSet<>(object.values().keySet()));
        } else if (step instanceof ScenarioStep.SetValue value) {
            set.getOrDefault(value.variable(), new HashSet<>()).add(value.column());
        }
    }

    boolean isPartly() {
        return made.values().stream().anyMatch(this::isPartly);
    }

    private boolean isPartly(ScenarioStep.New object) {
        BaseTable table = BaseTable.ofEntity(object.entity()).orElseThrow();
        return row(table, object.values().get("id"))
                .map(row -> table.columns().stream().anyMatch(column -> leftOut(row, column, object.variable())))
                .orElse(false);
    }

    private boolean leftOut(Map<String, @Nullable Object> row, String column, String variable) {
        return row.get(column) != null && !set.getOrDefault(variable, Set.of()).contains(column);
    }

    private Optional<Map<String, @Nullable Object>> row(BaseTable table, @Nullable Object id) {
        return scenario.seed().getOrDefault(table.table(), List.of()).stream()
                .filter(row -> id != null && Objects.equals(row.get("id"), id))
                .findFirst();
    }
}
