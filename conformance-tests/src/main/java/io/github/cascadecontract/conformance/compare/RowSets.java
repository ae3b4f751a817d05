package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.scenario.Expectation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the rows of all tables. */
final class RowSets {
    private RowSets() {}

    static List<String> differences(
            Map<String, List<Map<String, @Nullable Object>>> should,
            Map<String, List<Map<String, @Nullable Object>>> is) {
        List<String> differences = new ArrayList<>();
        Set<String> tables = new TreeSet<>(should.keySet());
        tables.addAll(is.keySet());
        for (String table : tables) {
            differences.addAll(table(table, should.getOrDefault(table, List.of()), is.getOrDefault(table, List.of())));
        }
        return differences;
    }

    private static List<String> table(
            String table, List<Map<String, @Nullable Object>> should, List<Map<String, @Nullable Object>> is) {
        Map<String, Map<String, @Nullable Object>> rest = byKey(is);
        List<String> differences = new ArrayList<>();
        byKey(should).forEach((key, row) -> {
            Map<String, @Nullable Object> found = rest.remove(key);
            if (found == null) {
                differences.add("row %s of %s is gone".formatted(key, table));
            } else {
                differences.addAll(values(table, row, found));
            }
        });
        rest.keySet().forEach(key -> differences.add("row %s of %s is there and should not be".formatted(key, table)));
        return differences;
    }

    /** A link table without primary key may hold a row twice. */
    private static Map<String, Map<String, @Nullable Object>> byKey(List<Map<String, @Nullable Object>> rows) {
        Map<String, Map<String, @Nullable Object>> byKey = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : rows) {
            String key = key(row);
            while (byKey.containsKey(key)) {
                key += " (again)";
            }
            byKey.put(key, row);
        }
        return byKey;
    }

    private static List<String> values(
            String table, Map<String, @Nullable Object> should, Map<String, @Nullable Object> is) {
        List<String> differences = new ArrayList<>();
        Set<String> columns = new TreeSet<>(should.keySet());
        columns.addAll(is.keySet());
        for (String column : columns) {
            Object wanted = should.get(column);
            if (!Expectation.ANY.equals(wanted) && !Objects.equals(wanted, is.get(column))) {
                differences.add("row %s of %s has %s %s instead of %s"
                        .formatted(key(should), table, column, is.get(column), wanted));
            }
        }
        return differences;
    }

    /** The id; of a link row, which has none, all its values. */
    private static String key(Map<String, @Nullable Object> row) {
        return row.containsKey("id")
                ? String.valueOf(row.get("id"))
                : row.values().toString();
    }
}
