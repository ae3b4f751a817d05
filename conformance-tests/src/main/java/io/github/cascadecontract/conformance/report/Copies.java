package io.github.cascadecontract.conformance.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Immutable copies that keep order and NULLs, with every whole number as {@code Long}. */
final class Copies {
    private Copies() {}

    static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static Map<String, List<Map<String, @Nullable Object>>> rows(
            Map<String, List<Map<String, @Nullable Object>>> tables) {
        Map<String, List<Map<String, @Nullable Object>>> copies = new LinkedHashMap<>();
        for (Map.Entry<String, List<Map<String, @Nullable Object>>> table : tables.entrySet()) {
            copies.put(table.getKey(), table(table.getValue()));
        }
        return Collections.unmodifiableMap(copies);
    }

    private static List<Map<String, @Nullable Object>> table(List<Map<String, @Nullable Object>> rows) {
        List<Map<String, @Nullable Object>> copies = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            copies.add(values(row));
        }
        return Collections.unmodifiableList(copies);
    }

    static Map<String, @Nullable Object> values(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> copies = new LinkedHashMap<>();
        values.forEach((name, value) -> copies.put(name, value(value)));
        return Collections.unmodifiableMap(copies);
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Collection<?> items) {
            List<@Nullable Object> copies = new ArrayList<>();
            items.forEach(item -> copies.add(value(item)));
            return Collections.unmodifiableList(copies);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copies = new LinkedHashMap<>();
            map.forEach((key, item) -> copies.put(String.valueOf(key), value(item)));
            return Collections.unmodifiableMap(copies);
        }
        return value instanceof Number number ? number(number) : value;
    }

    private static Number number(Number number) {
        boolean whole = number instanceof Integer || number instanceof Short || number instanceof Byte;
        return whole ? Long.valueOf(number.longValue()) : number;
    }
}
