package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.report.PlannedLines;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Selection;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the console shows of one test class: a line for each family, and whatever is not green by name. */
final class Protocol {
    /** How a scenario came out. */
    enum Outcome {
        PASSED,
        SKIPPED,
        FAILED
    }

    private final String title;
    private final boolean namesAll;
    private final Map<String, Map<Outcome, List<String>>> groups = new LinkedHashMap<>();
    private final List<Result> results = new ArrayList<>();

    Protocol(String title) {
        this.title = title;
        this.namesAll = !Selection.fromSystemProperties().only().isBlank();
    }

    void add(Scenario scenario, Outcome outcome, String remark) {
        groups.computeIfAbsent(scenario.group(), absent -> new EnumMap<>(Outcome.class))
                .computeIfAbsent(outcome, absent -> new ArrayList<>())
                .add(remark.isEmpty() ? scenario.id() : scenario.id() + " (" + remark + ")");
    }

    /** Notes what came of a scenario that was run. */
    void add(Result result) {
        results.add(result);
    }

    void print(PrintStream out) {
        StringBuilder text = new StringBuilder(title).append(System.lineSeparator());
        groups.forEach((group, outcomes) -> {
            text.append("  %-38s".formatted(group));
            outcomes.forEach((outcome, names) -> text.append(" %4d %s".formatted(names.size(), word(outcome))));
            text.append(System.lineSeparator());
            outcomes.forEach((outcome, names) -> names(text, outcome, names));
        });
        PlannedLines.of(results).forEach(line -> text.append("  ").append(line).append(System.lineSeparator()));
        out.print(text);
    }

    private void names(StringBuilder text, Outcome outcome, List<String> names) {
        if (namesAll || outcome != Outcome.PASSED) {
            names.forEach(name -> text.append("    %-8s %s%n".formatted(word(outcome), name)));
        }
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(java.util.Locale.ROOT);
    }
}
