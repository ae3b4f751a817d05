package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.report.Observables;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.RowCounts;
import io.github.cascadecontract.conformance.report.Statement;
import io.github.cascadecontract.conformance.report.Story;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an author of an adapter needs to know about a failed scenario, in one text: the difference, the rules, the model in three
 * lines, the steps, each channel, the statements with the suspects marked, and the command that runs it alone.
 */
final class FailureText {
    private static final String MARK = ">>";

    private final List<String> lines = new ArrayList<>();

    private FailureText() {}

    static String of(Result result, Story story, List<Rule> rules, String command) {
        FailureText text = new FailureText();
        text.head(result, story, rules);
        text.model(story);
        Observables expected = compared(result);
        Observables observed = Objects.requireNonNull(result.observed());
        text.channels(expected, observed);
        text.statements(observed, Suspects.of(expected, observed));
        text.add("run it alone", command);
        return String.join(System.lineSeparator(), text.lines);
    }

    /** Some tables may be read or not; what was read shows as a difference only if it is one. */
    private static Observables compared(Result result) {
        Observables expected = Objects.requireNonNull(result.expected());
        if (String.valueOf(result.difference()).contains("read entities of")) {
            return expected;
        }
        return new Observables(
                expected.outcome(),
                expected.failedAtStep(),
                expected.finalRows(),
                expected.byClient(),
                expected.byDatabase(),
                Objects.requireNonNull(result.observed()).selects(),
                expected.sql(),
                expected.looks());
    }

    private void head(Result result, Story story, List<Rule> rules) {
        lines.add("%s: %s".formatted(result.scenario(), result.difference()));
        rules.forEach(rule -> add("rule", rule.id() + ": " + rule.sentence()));
        add("recorded", story.fact());
        if (story.decision() != null) {
            add("decided", story.decision());
        }
        if (result.note() != null) {
            add("note", result.note());
        }
    }

    private void model(Story story) {
        List<String> drawn = Drawing.of(story);
        add("relations", drawn.get(0));
        add("keys", drawn.get(1));
        add("rows", drawn.get(2));
        for (int step = 0; step < story.steps().size(); step++) {
            add("step " + step, story.steps().get(step));
        }
    }

    private void channels(Observables expected, Observables observed) {
        channel("outcome", ending(expected), ending(observed));
        tables(expected.finalRows(), observed.finalRows());
        channel("by client", acted(expected.byClient()), acted(observed.byClient()));
        channel("by database", acted(expected.byDatabase()), acted(observed.byDatabase()));
        channel("loading", read(expected.selects()), read(observed.selects()));
        channel("state", expected.looks(), observed.looks());
    }

    private static String ending(Observables observables) {
        return observables.failedAtStep() == null
                ? observables.outcome()
                : observables.outcome() + " at step " + observables.failedAtStep();
    }

    private static @Nullable String acted(@Nullable Map<String, RowCounts> rows) {
        if (rows == null) {
            return null;
        }
        String told = new TreeMap<>(rows)
                .entrySet().stream()
                        .map(table -> table.getKey() + acted(table.getValue()))
                        .collect(Collectors.joining("; "));
        return told.isEmpty() ? "nothing" : told;
    }

    private static String acted(RowCounts rows) {
        return count(rows.insert(), "inserted") + count(rows.update(), "updated") + count(rows.delete(), "deleted");
    }

    private static String count(int rows, String verb) {
        return rows == 0 ? "" : " %d %s".formatted(rows, verb);
    }

    /** It counts whether the unit of work read a table on its own account, not how often. */
    private static @Nullable String read(@Nullable Map<String, Integer> selects) {
        if (selects == null) {
            return null;
        }
        return selects.isEmpty() ? "reads nothing" : "reads " + String.join(", ", new TreeSet<>(selects.keySet()));
    }

    /** Only the tables that differ are shown. */
    private <T> void tables(@Nullable Map<String, T> expected, @Nullable Map<String, T> observed) {
        if (expected == null || observed == null || expected.equals(observed)) {
            channel("rows left", expected, observed);
            return;
        }
        Set<String> tables = new TreeSet<>(expected.keySet());
        tables.addAll(observed.keySet());
        for (String table : tables) {
            if (!Objects.equals(expected.get(table), observed.get(table))) {
                channel("rows left", table + " " + expected.get(table), table + " " + observed.get(table));
            }
        }
    }

    private void channel(String name, @Nullable Object expected, @Nullable Object observed) {
        if (expected == null) {
            add(name, "not compared");
        } else if (expected.equals(observed)) {
            add(name, "as expected");
        } else {
            add(name, "expected " + expected);
            add("", "observed " + observed);
        }
    }

    private void statements(Observables observed, Suspects suspects) {
        for (Statement statement : observed.sql()) {
            String step = statement.step() == null ? "sql" : "sql, step " + statement.step();
            lines.add("%2s %-14s  %s".formatted(suspects.isMarked(statement) ? MARK : "", step, told(statement)));
        }
        suspects.missing().forEach(missing -> lines.add("%2s %-14s  %s".formatted(MARK, "not sent", missing)));
    }

    private static String told(Statement statement) {
        String times = statement.times() > 1 ? " x" + statement.times() : "";
        String rows = statement.rows() == null ? "" : " -> " + statement.rows() + " row(s)";
        String error = statement.error() == null ? "" : " -> SQLSTATE " + statement.error();
        return statement.text() + times + rows + error;
    }

    private void add(String name, String text) {
        lines.add("   %-14s  %s".formatted(name, text));
    }
}
