package io.github.cascadecontract.conformance.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that occur often, each kept once and named by its place. */
final class Pool {
    private final Map<Object, Integer> places = new HashMap<>();
    private final List<Object> values = new ArrayList<>();

    int place(Object value) {
        Integer known = places.get(value);
        if (known != null) {
            return known;
        }
        values.add(value);
        places.put(value, values.size() - 1);
        return values.size() - 1;
    }

    @Nullable
    Integer placeOrNull(@Nullable Object value) {
        return value == null ? null : place(value);
    }

    List<Object> values() {
        return List.copyOf(values);
    }
}
