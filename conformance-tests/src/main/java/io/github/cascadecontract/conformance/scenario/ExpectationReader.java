package io.github.cascadecontract.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cascadecontract.conformance.scenario.Expectation.ClientRows;
import io.github.cascadecontract.conformance.scenario.Expectation.Loading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what happened, or what should. */
final class ExpectationReader {
    private ExpectationReader() {}

    /** What was recorded: SQLAlchemy's counts are rows asked for, but removed rows are told as affected, too. */
    static Expectation recorded(Fields scenario, @Nullable Loading loading) {
        return new Expectation(
                scenario.text("outcome"),
                failedAt(scenario),
                rows(scenario),
                recordedClient(scenario),
                numbers(scenario, "rows_removed_by_db"),
                loading,
                scenario.object("observed").values());
    }

    /** What the contract decided. */
    static Expectation decided(Fields expect) {
        return new Expectation(
                expect.text("outcome"),
                failedAt(expect),
                rows(expect),
                decidedClient(expect),
                numbers(expect, "rows_removed_by_db"),
                null,
                expect.object("observed").values());
    }

    private static @Nullable String failedAt(Fields fields) {
        return fields.has("failed_at_step") ? fields.any("failed_at_step").asText() : null;
    }

    private static @Nullable Map<String, List<Map<String, @Nullable Object>>> rows(Fields fields) {
        if (!fields.has("final_rows")) {
            return null;
        }
        Fields tables = fields.object("final_rows");
        Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();
        tables.values().keySet().forEach(table -> rows.put(table, rowsOf(tables, table)));
        return rows;
    }

    private static List<Map<String, @Nullable Object>> rowsOf(Fields tables, String table) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (JsonNode row : tables.array(table)) {
            rows.add(new Fields(row, tables.place().in("'" + table + "'")).values());
        }
        return rows;
    }

    private static @Nullable Map<String, ClientRows> recordedClient(Fields scenario) {
        Map<String, Integer> removed = numbers(scenario, "rows_removed_by_client");
        if (removed == null) {
            return null;
        }
        Map<String, ClientRows> client = new TreeMap<>();
        scenario.object("sent_by_client").objects().forEach((table, sent) -> {
            if (!table.contains("+")) {
                int delete = removed.getOrDefault(table, 0);
                client.put(
                        table,
                        new ClientRows(
                                sent.any("insert").asInt(), sent.any("update").asInt(), delete));
            }
        });
        return client;
    }

    private static @Nullable Map<String, ClientRows> decidedClient(Fields expect) {
        if (!expect.has("client") || !expect.has("rows_removed_by_client")) {
            return null;
        }
        Map<String, ClientRows> client = new TreeMap<>();
        expect.object("client")
                .objects()
                .forEach((table, rows) -> client.put(
                        table, new ClientRows(count(rows, "insert"), count(rows, "update"), count(rows, "delete"))));
        return client;
    }

    private static @Nullable Integer count(Fields rows, String verb) {
        return rows.names(verb) && !rows.has(verb)
                ? null
                : Integer.valueOf(rows.any(verb).asInt());
    }

    private static @Nullable Map<String, Integer> numbers(Fields fields, String name) {
        if (!fields.has(name)) {
            return null;
        }
        Map<String, Integer> numbers = new TreeMap<>();
        fields.any(name)
                .properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asInt()));
        return numbers;
    }
}
