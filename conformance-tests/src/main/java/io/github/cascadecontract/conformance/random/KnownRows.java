package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.random.Participant.Detail;
import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.ForeignKeySetting;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows in words that do not depend on the order in which the database has given ids: such a row is known by its text. */
final class KnownRows {
    /** Seeds and steps stay below; generated ids begin here. */
    private static final long FIRST_GENERATED = 1000;

    private final ModelSettings model;
    private final Detail detail;
    private final Map<String, Map<Object, Object>> labels = new HashMap<>();
    private final List<String> rows = new ArrayList<>();

    private KnownRows(ModelSettings model, Detail detail) {
        this.model = model;
        this.detail = detail;
    }

    static KnownRows of(ModelSettings model, Detail detail, Map<String, List<Map<String, @Nullable Object>>> tables) {
        KnownRows known = new KnownRows(model, detail);
        tables.forEach(known::label);
        tables.forEach((table, rows) -> rows.forEach(row -> known.rows.add(known.text(table, row))));
        return known;
    }

    /** Returns the rows that the others have not, as often as they are more. */
    List<String> without(KnownRows others) {
        List<String> left = new ArrayList<>(rows);
        others.rows.forEach(left::remove);
        return left;
    }

    private void label(String table, List<Map<String, @Nullable Object>> rowsOfTable) {
        BaseTable.named(table)
                .ifPresent(base -> rowsOfTable.stream()
                        .filter(row -> row.get("id") instanceof Number id && id.longValue() >= FIRST_GENERATED)
                        .forEach(row -> labels.computeIfAbsent(table, absent -> new HashMap<>())
                                .put(Objects.requireNonNull(row.get("id")), label(base, row))));
    }

    private String label(BaseTable table, Map<String, @Nullable Object> row) {
        return detail == Detail.ALL ? String.valueOf(row.get(Texts.label(table))) : "generated";
    }

    private boolean isCompared(String table, String column) {
        return detail == Detail.ALL
                || column.equals("id")
                || model.key(table + "." + column).isPresent();
    }

    private String text(String table, Map<String, @Nullable Object> row) {
        Map<String, Object> columns = new TreeMap<>();
        row.forEach((column, value) -> {
            if (isCompared(table, column)) {
                columns.put(column, String.valueOf(known(referred(table, column), value)));
            }
        });
        return table + columns;
    }

    private @Nullable Object known(String table, @Nullable Object value) {
        return value == null ? null : labels.getOrDefault(table, Map.of()).getOrDefault(value, value);
    }

    private String referred(String table, String column) {
        return column.equals("id")
                ? table
                : model.key(table + "." + column).map(ForeignKeySetting::to).orElse("");
    }
}
