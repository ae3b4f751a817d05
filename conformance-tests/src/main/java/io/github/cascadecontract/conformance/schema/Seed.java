package io.github.cascadecontract.conformance.schema;

import io.github.cascadecontract.conformance.scenario.ForeignKeySetting;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that fill a scenario's tables: referred tables first, and columns marked {@code +} when all rows are in. */
public final class Seed {
    private static final String AFTERWARDS = "+";

    private final Scenario scenario;
    private final List<String> statements = new ArrayList<>();
    private final List<String> afterwards = new ArrayList<>();

    private Seed(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Returns all statements, separated by semicolons; empty if there is no row. */
    public static String of(Scenario scenario) {
        Seed seed = new Seed(scenario);
        Set<String> done = new LinkedHashSet<>();
        scenario.seed().keySet().forEach(table -> seed.table(table, done));
        seed.statements.addAll(seed.afterwards);
        return String.join(";\n", seed.statements);
    }

    private void table(String table, Set<String> done) {
        if (!done.add(table)) {
            return;
        }
        List<Map<String, @Nullable Object>> rows = scenario.seed().getOrDefault(table, List.of());
        scenario.model().keysOf(table).stream()
                .filter(key -> rows.stream().anyMatch(row -> row.containsKey(key.column())))
                .map(ForeignKeySetting::to)
                .forEach(referred -> table(referred, done));
        rows.forEach(row -> row(table, row));
    }

    private void row(String table, Map<String, @Nullable Object> row) {
        List<String> columns = row.keySet().stream()
                .filter(column -> !column.startsWith(AFTERWARDS))
                .toList();
        String values = columns.stream().map(column -> literal(row.get(column))).collect(Collectors.joining(", "));
        statements.add("INSERT INTO %s (%s) VALUES (%s)".formatted(table, String.join(", ", columns), values));
        row.forEach((column, value) -> {
            if (column.startsWith(AFTERWARDS)) {
                afterwards.add("UPDATE %s SET %s = %s WHERE id = %s"
                        .formatted(table, column.substring(1), literal(value), literal(row.get("id"))));
            }
        });
    }

    private static String literal(@Nullable Object value) {
        if (value == null || value instanceof Number) {
            return String.valueOf(value);
        }
        return "'" + value.toString().replace("'", "''") + "'";
    }
}
