package io.github.cascadecontract.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables and the cascades between them. */
final class CascadeGraph {
    private final List<Cascade> cascades;
    private final Map<String, List<Cascade>> byParent;
    private final Map<String, Set<String>> below = new HashMap<>();

    CascadeGraph(List<Cascade> cascades) {
        this.cascades = cascades;
        this.byParent = cascades.stream()
                .collect(Collectors.groupingBy(Cascade::parent, LinkedHashMap::new, Collectors.toList()));
    }

    List<Cascade> cascades() {
        return cascades;
    }

    /** The tables that have rows going, and those that rows follow, in order. */
    Set<String> tables() {
        Set<String> tables = new LinkedHashSet<>();
        cascades.forEach(cascade -> {
            tables.add(cascade.parent());
            tables.add(cascade.child());
        });
        return tables;
    }

    /** Cascades that start at a table. */
    List<Cascade> from(String table) {
        return byParent.getOrDefault(table, List.of());
    }

    /** All tables whose rows follow those of a table, at any distance; the table itself only if a circle leads back. */
    Set<String> below(String table) {
        return below.computeIfAbsent(table, absent -> closure(from(table)).keySet());
    }

    /** What certain cascades set off: the tables, each with the cascade that gets there first. */
    Map<String, Cascade> closure(List<Cascade> first) {
        Map<String, Cascade> reached = new LinkedHashMap<>();
        Deque<Cascade> open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            Cascade cascade = open.poll();
            if (reached.putIfAbsent(cascade.child(), cascade) == null) open.addAll(from(cascade.child()));
        }
        return reached;
    }
}
