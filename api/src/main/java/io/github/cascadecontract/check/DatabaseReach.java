package io.github.cascadecontract.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables from which the database removes rows that no unit of work has read. */
final class DatabaseReach {
    private final Map<String, Cascade> reached = new LinkedHashMap<>();
    private final Map<String, Set<String>> origins = new HashMap<>();

    DatabaseReach(CascadeGraph graph) {
        for (String origin : graph.tables()) {
            List<Cascade> left = graph.from(origin).stream()
                    .filter(Cascade::isLeftToDatabase)
                    .toList();
            graph.closure(left).forEach((table, cascade) -> {
                reached.putIfAbsent(table, cascade);
                origins.computeIfAbsent(table, absent -> new HashSet<>()).add(origin);
            });
        }
    }

    /** The cascade by which the database comes to a table. */
    Optional<Cascade> into(String table) {
        return Optional.ofNullable(reached.get(table));
    }

    /** Whether the database comes to a table at all. */
    boolean contains(String table) {
        return reached.containsKey(table);
    }

    /** Whether each removal by which the database comes to a table takes it to the other one as well. */
    boolean isAlsoReached(String table, String other) {
        return origins.getOrDefault(other, Set.of()).containsAll(origins.getOrDefault(table, Set.of()));
    }
}
