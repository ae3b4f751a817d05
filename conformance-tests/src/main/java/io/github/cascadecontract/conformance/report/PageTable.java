package io.github.cascadecontract.conformance.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The page's table: scenarios down in their families, runs across.
 *
 * @param columns the runs, those of one adapter side by side
 * @param groups the families, in the order of the stories
 */
record PageTable(List<Run> columns, List<Group> groups) {
    record Row(int index, Story story, List<Cell> cells) {}

    record Group(int index, String name, List<Row> rows) {
        Tally tally(int column) {
            return Tally.of(rows.stream().map(row -> row.cells().get(column)).toList());
        }
    }

    /** Runs of one adapter, for the upper line of the table's head. */
    record Adapter(Run first, int columns) {}

    static PageTable of(ComparisonReport report, List<Story> stories) {
        List<Run> columns = sideBySide(report.runs());
        List<Map<String, Result>> results =
                columns.stream().map(PageTable::byScenario).toList();
        refuseUntold(results, stories);
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        int index = 0;
        for (Story story : stories) {
            if (results.stream().anyMatch(run -> run.containsKey(story.id()))) {
                Row row = new Row(index++, story, cells(results, story.id()));
                groups.computeIfAbsent(story.group(), unused -> new ArrayList<>())
                        .add(row);
            }
        }
        return new PageTable(columns, numbered(groups));
    }

    List<Row> rows() {
        return groups.stream()
                .flatMap(group -> group.rows().stream())
                .sorted(Comparator.comparingInt(Row::index))
                .toList();
    }

    List<Adapter> adapters() {
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        columns.forEach(run ->
                runs.computeIfAbsent(run.adapter(), unused -> new ArrayList<>()).add(run));
        return runs.values().stream()
                .map(some -> new Adapter(some.get(0), some.size()))
                .toList();
    }

    Tally tally(int column) {
        return Tally.of(rows().stream().map(row -> row.cells().get(column)).toList());
    }

    private static List<Run> sideBySide(List<Run> runs) {
        List<String> adapters = runs.stream().map(Run::adapter).distinct().toList();
        return runs.stream()
                .sorted(Comparator.<Run>comparingInt(run -> adapters.indexOf(run.adapter()))
                        .thenComparing(Run::mode)
                        .thenComparing(Run::bytecode)
                        .thenComparing(Run::door))
                .toList();
    }

    private static Map<String, Result> byScenario(Run run) {
        Map<String, Result> results = new HashMap<>();
        for (Result result : run.results()) {
            if (results.put(result.scenario(), result) != null) {
                throw new IllegalArgumentException("Run %s has two results for scenario %s: report one of them."
                        .formatted(run.title(), result.scenario()));
            }
        }
        return results;
    }

    private static void refuseUntold(List<Map<String, Result>> results, List<Story> stories) {
        Set<String> untold = new LinkedHashSet<>();
        results.forEach(run -> untold.addAll(run.keySet()));
        stories.forEach(story -> untold.remove(story.id()));
        if (!untold.isEmpty()) {
            throw new IllegalArgumentException("Results without a story: " + String.join(", ", untold)
                    + ". Hand over the stories of the scenario file that was run.");
        }
    }

    private static List<Cell> cells(List<Map<String, Result>> results, String scenario) {
        return results.stream().map(run -> Cell.of(run.get(scenario))).toList();
    }

    private static List<Group> numbered(Map<String, List<Row>> groups) {
        List<Group> numbered = new ArrayList<>();
        groups.forEach((name, rows) -> numbered.add(new Group(numbered.size(), name, List.copyOf(rows))));
        return List.copyOf(numbered);
    }
}
