package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says one step of a scenario as a line of code, or in words where there is no such code. */
final class StepWords {
    private static final Map<String, Function<StepWords, String>> LINES = Map.ofEntries(
            Map.entry("get", step -> step.line("%s = find(%s, %s)")),
            Map.entry("load", step -> step.line("load %s.%s")),
            Map.entry("load_filtered", step -> step.line("%s = find(%s, %s) with only a part of %s: %s")),
            Map.entry("new", step -> step.line("%s = new %s(%s)")),
            Map.entry("append", step -> step.line("%s.%s.add(%s)")),
            Map.entry("remove", step -> step.line("%s.%s.remove(%s)")),
            Map.entry("assign", step -> step.line("%s.%s = [%s]")),
            Map.entry("ref", step -> step.line("%s.%s = %s")),
            Map.entry("set", step -> step.line("%s.%s = ") + value(step.step.path(3))),
            Map.entry("add", step -> step.line("persist(%s)")),
            Map.entry("delete", step -> step.line("remove(%s)")),
            Map.entry("merge", step -> step.line("%s = merge(%s)")),
            Map.entry("merge_noload", step -> step.line("%s = merge(%s), loading nothing")),
            Map.entry("expire", step -> "refresh(" + step.arguments() + ")"),
            Map.entry("refresh", step -> "refresh(" + step.arguments() + ")"),
            Map.entry("expunge", step -> step.line("detach(%s)")),
            Map.entry("flush", step -> "flush()"),
            Map.entry("commit", step -> "commit()"),
            Map.entry("rollback", step -> "rollback()"),
            Map.entry("savepoint", step -> step.line("savepoint %s")),
            Map.entry("release", step -> step.line("release savepoint %s")),
            Map.entry("rollback_to", step -> step.line("roll back to savepoint %s")),
            Map.entry("new_session", step -> "commit(), then a new unit of work"),
            Map.entry("bulk_delete", step -> step.line("SQL: delete every %s where %s")),
            Map.entry("bulk_update", step -> step.line("SQL: update every %s where %s: %s")),
            Map.entry("sql", step -> "SQL: " + step.word(1).replace("{s}.", "")),
            Map.entry("state", step -> step.line("look: is %s managed?")),
            Map.entry("marked_deleted", step -> step.line("look: is %s marked for removal?")),
            Map.entry("ids", step -> step.line("look: the ids in %s.%s")),
            Map.entry("value", step -> step.line("look: the value of %s.%s")),
            Map.entry("unloaded", step -> step.line("look: what has %s not loaded?")),
            Map.entry("same", step -> step.line("look: are %s and %s the same object?")),
            Map.entry("try", step -> "try: " + of(step.step.path(1))));

    private final JsonNode step;

    private StepWords(JsonNode step) {
        this.step = step;
    }

    static String of(JsonNode step) {
        Function<StepWords, String> line = LINES.getOrDefault(step.path(0).asText(), unknown -> step.toString());
        return line.apply(new StepWords(step));
    }

    private String line(String pattern) {
        int holes = pattern.split("%s", -1).length - 1;
        return pattern.formatted(
                IntStream.rangeClosed(1, holes).mapToObj(this::word).toArray());
    }

    private String arguments() {
        return IntStream.range(1, step.size()).mapToObj(this::word).collect(Collectors.joining(", "));
    }

    private String word(int index) {
        JsonNode word = step.path(index);
        if (word.isObject()) {
            return word.properties().stream()
                    .map(column -> column.getKey() + " = " + value(column.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return word.isArray() ? list(word) : word.asText();
    }

    private static String list(JsonNode items) {
        return items.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private static String value(JsonNode value) {
        return value.isTextual() ? "'" + value.asText() + "'" : value.toString();
    }
}
