package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.report.Observables;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.Statement;
import io.github.cascadecontract.conformance.report.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an author of an adapter needs to know about a failed scenario, in one text. */
final class FailureText {
    private final List<String> lines = new ArrayList<>();

    private FailureText() {}

    static String of(Result result, Story story) {
        FailureText text = new FailureText();
        text.head(result, story);
        text.model(story);
        text.channels(Objects.requireNonNull(result.expected()), Objects.requireNonNull(result.observed()));
        text.statements(Objects.requireNonNull(result.observed()));
        text.add("run it alone", "-Dcascade.only=" + result.scenario());
        return String.join(System.lineSeparator(), text.lines);
    }

    private void head(Result result, Story story) {
        lines.add("%s: %s".formatted(result.scenario(), result.difference()));
        add("recorded", story.fact());
        if (story.decision() != null) {
            add("decided", story.decision());
        }
        if (result.note() != null) {
            add("note", result.note());
        }
    }

    private void model(Story story) {
        add("keys", story.foreignKeys().stream().map(FailureText::key).collect(Collectors.joining("; ")));
        add("relations", story.relations().stream().map(FailureText::relation).collect(Collectors.joining("; ")));
        add("rows", story.seed().entrySet().stream().map(FailureText::rows).collect(Collectors.joining("; ")));
        for (int step = 0; step < story.steps().size(); step++) {
            add("step " + step, story.steps().get(step));
        }
    }

    private static String key(Story.ForeignKey key) {
        return "%s to %s %s ON DELETE %s"
                .formatted(key.column(), key.to(), String.join(" ", key.constraints()), key.onDelete());
    }

    private static String relation(Story.Relation relation) {
        String inverse = relation.inverse() == null ? "" : ", inverse " + relation.inverse();
        return "%s %s %s %s%s"
                .formatted(relation.name(), relation.kind(), relation.target(), relation.settings(), inverse);
    }

    private static String rows(Map.Entry<String, List<Map<String, @Nullable Object>>> table) {
        return table.getKey() + " "
                + table.getValue().stream().map(row -> row.values().toString()).collect(Collectors.joining(" "));
    }

    private void channels(Observables expected, Observables observed) {
        channel("outcome", ending(expected), ending(observed));
        channel("rows left", expected.finalRows(), observed.finalRows());
        channel("by client", expected.byClient(), observed.byClient());
        channel("by database", expected.byDatabase(), observed.byDatabase());
        channel("reads on its own account", expected.selects(), observed.selects());
        channel("looks", expected.looks(), observed.looks());
    }

    private static String ending(Observables observables) {
        return observables.failedAtStep() == null
                ? observables.outcome()
                : observables.outcome() + " at step " + observables.failedAtStep();
    }

    private void channel(String name, @Nullable Object expected, @Nullable Object observed) {
        boolean same = expected == null || expected.equals(observed);
        add(name, same ? "as expected" : "expected %s%n%27s%s".formatted(expected, "observed ", observed));
    }

    private void statements(Observables observed) {
        for (Statement statement : observed.sql()) {
            String rows = statement.rows() == null ? "" : " -> " + statement.rows() + " row(s)";
            String error = statement.error() == null ? "" : " -> SQLSTATE " + statement.error();
            String step = statement.step() == null ? "sql" : "sql, step " + statement.step();
            add(step, statement.text() + (statement.times() > 1 ? " x" + statement.times() : "") + rows + error);
        }
    }

    private void add(String name, String text) {
        lines.add("  %-14s  %s".formatted(name, text));
    }
}
