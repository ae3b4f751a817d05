package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What could have been seen of a recorded scenario: as recorded, or with a made-up fault. */
final class SampleOutcome {
    private static final Pattern SENT = Pattern.compile("(\\d+) \\w+: (\\w+) (\\w+) x(\\d+)");

    private final JsonNode scenario;
    private final String adapter;

    SampleOutcome(JsonNode scenario, String adapter) {
        this.scenario = scenario;
        this.adapter = adapter;
    }

    Observables expected() {
        return seen(scenario.path("outcome").asText(), rows(), counts("rows_removed_by_client"), List.of(), selects());
    }

    Observables met() {
        return seen(scenario.path("outcome").asText(), rows(), counts("rows_removed_by_client"), sent(), selects());
    }

    boolean leavesRows() {
        return rows().values().stream().anyMatch(rows -> !rows.isEmpty());
    }

    Observables losing() {
        Map<String, List<Map<String, Object>>> rows = rows();
        String table = rows.keySet().stream()
                .filter(name -> !rows.get(name).isEmpty())
                .findFirst()
                .orElseThrow();
        rows.put(table, rows.get(table).subList(1, rows.get(table).size()));
        Map<String, RowCounts> byClient = counts("rows_removed_by_client");
        byClient.merge(table, new RowCounts(0, 0, 1), (a, b) -> new RowCounts(0, 0, a.delete() + b.delete()));
        List<Statement> sent = sent();
        sent.add(new Statement(lastStep(), sql("delete", table), 1));
        return seen("committed", rows, byClient, sent, selects());
    }

    Observables keeping() {
        List<Statement> sent = sent();
        sent.add(new Statement(lastStep(), sql("delete", "users"), 1, null, "23503"));
        var seed = SampleReport.rows(scenario.path("settings").path("seed"));
        return seen("integrity_violation:foreign_key", seed, Map.of(), sent, selects());
    }

    Observables loading() {
        Map<String, Integer> selects = selects();
        selects.merge("posts", 1, Integer::sum);
        return seen(scenario.path("outcome").asText(), rows(), counts("rows_removed_by_client"), sent(), selects);
    }

    private Observables seen(
            String outcome,
            Map<String, List<Map<String, Object>>> rows,
            Map<String, RowCounts> byClient,
            List<Statement> sent,
            Map<String, Integer> selects) {
        String failedAt =
                outcome.equals("committed") || outcome.equals("rolled_back") ? null : String.valueOf(lastStep());
        return new Observables(
                outcome, failedAt, rows, byClient, counts("rows_removed_by_db"), selects, sent, Map.of());
    }

    private Map<String, List<Map<String, Object>>> rows() {
        return new LinkedHashMap<>(SampleReport.rows(scenario.path("final_rows")));
    }

    private Map<String, RowCounts> counts(String field) {
        Map<String, RowCounts> counts = new LinkedHashMap<>();
        scenario.path(field)
                .properties()
                .forEach(table -> counts.put(
                        table.getKey(), new RowCounts(0, 0, table.getValue().asInt())));
        return counts;
    }

    private Map<String, Integer> selects() {
        Map<String, Integer> selects = new LinkedHashMap<>();
        scenario.path("selects_by_unit_of_work")
                .properties()
                .forEach(table -> selects.put(table.getKey(), table.getValue().asInt()));
        return selects;
    }

    private int lastStep() {
        return scenario.path("settings").path("steps").size() - 1;
    }

    private List<Statement> sent() {
        List<Statement> sent = new ArrayList<>();
        scenario.path("statements_by_step").forEach(line -> {
            Matcher words = SENT.matcher(line.asText());
            if (words.matches()) {
                int times = Integer.parseInt(words.group(4));
                Integer step = Integer.valueOf(words.group(1));
                sent.add(new Statement(step, sql(words.group(2), words.group(3)), times, (long) times, null));
            }
        });
        return sent;
    }

    private String sql(String verb, String table) {
        String text = switch (verb) {
            case "select" -> "select t1_0.id,t1_0.name,t1_0.title,t1_0.user_id from " + table + " t1_0 where t1_0.id=?";
            case "insert" -> "insert into " + table + " (title,user_id,id) values (?,?,?)";
            case "update" -> "update " + table + " set title=?,user_id=? where id=?";
            default -> "delete from " + table + " where id=?";
        };
        return adapter.equals("jpa-eclipselink")
                ? text.toUpperCase(Locale.ROOT).replace(table.toUpperCase(Locale.ROOT), table)
                : text;
    }
}
