package io.github.cascadecontract.conformance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the rows that are there differ from those that should be: keys by table.
 *
 * @param lost should be there and are gone
 * @param kept should be gone, or never have been, and are there
 * @param changed are there with other values
 */
record RowDifference(
        Map<String, List<String>> lost, Map<String, List<String>> kept, Map<String, List<String>> changed) {
    private static final Map<String, Boolean> ANY = Map.of("any", true);

    /** One row; an expected one may hold {@link #ANY}. A column that is missing is NULL. */
    private record Row(Map<String, @Nullable Object> values) {
        boolean matches(Row other) {
            Set<String> columns = new LinkedHashSet<>(values.keySet());
            columns.addAll(other.values.keySet());
            return columns.stream().allMatch(column -> matches(other, column));
        }

        private boolean matches(Row other, String column) {
            return ANY.equals(values.get(column)) || Objects.equals(values.get(column), other.values.get(column));
        }

        /** The id, or all values of a row that has none. The page's script names rows alike. */
        String key() {
            if (values.containsKey("id")) {
                return String.valueOf(values.get("id"));
            }
            List<String> words = new ArrayList<>();
            values.values().forEach(value -> words.add(String.valueOf(value)));
            return String.join(" / ", words);
        }
    }

    static RowDifference none() {
        return new RowDifference(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    static RowDifference between(@Nullable Observables expected, @Nullable Observables observed) {
        RowDifference difference = none();
        if (expected == null || observed == null || expected.finalRows() == null || observed.finalRows() == null) {
            return difference;
        }
        Set<String> tables = new LinkedHashSet<>(expected.finalRows().keySet());
        tables.addAll(observed.finalRows().keySet());
        tables.forEach(table ->
                difference.compare(table, rows(expected.finalRows(), table), rows(observed.finalRows(), table)));
        return difference;
    }

    private static List<Row> rows(Map<String, List<Map<String, @Nullable Object>>> tables, String table) {
        List<Row> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> row : tables.getOrDefault(table, List.of())) {
            rows.add(new Row(row));
        }
        return rows;
    }

    static int size(Map<String, List<String>> keys) {
        return keys.values().stream().mapToInt(List::size).sum();
    }

    private void compare(String table, List<Row> should, List<Row> rest) {
        List<Row> missing = should.stream().filter(row -> !taken(rest, row)).toList();
        for (Row row : missing) {
            Optional<Row> other =
                    rest.stream().filter(found -> found.key().equals(row.key())).findFirst();
            other.ifPresent(rest::remove);
            add(other.isPresent() ? changed : lost, table, row);
        }
        rest.forEach(row -> add(kept, table, row));
    }

    private static boolean taken(List<Row> rest, Row wanted) {
        return rest.stream()
                .filter(wanted::matches)
                .findFirst()
                .map(rest::remove)
                .orElse(false);
    }

    private static void add(Map<String, List<String>> keys, String table, Row row) {
        keys.computeIfAbsent(table, unused -> new ArrayList<>()).add(row.key());
    }
}
