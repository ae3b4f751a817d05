package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report over the recorded scenarios, as large as a real one. Who fails is made up, what is expected is not. */
final class SampleReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "/io/github/cascadecontract/conformance/";

    private final JsonNode scenarios = read("scenarios.json");
    private final JsonNode decided = read("decided.json");

    List<Story> stories() {
        return Stories.of(scenarios, decided);
    }

    ComparisonReport report() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("java", "17.0.15");
        versions.put("postgresql", "18.6");
        versions.put("sqlalchemy", "2.0.54");
        return new ComparisonReport(
                new Suite("built-in scenarios", Instant.parse("2026-11-20T13:00:00Z"), versions),
                List.of(
                        run("jpa-hibernate", "Hibernate ORM", "7.4.6.Final", Mode.CONTRACT, Door.UNIT_OF_WORK),
                        run("jpa-hibernate", "Hibernate ORM", "7.4.6.Final", Mode.CONTRACT, Door.ENTITY_MANAGER),
                        run("jpa-hibernate", "Hibernate ORM", "7.4.6.Final", Mode.NATIVE, Door.ENTITY_MANAGER),
                        run("jpa-eclipselink", "EclipseLink", "5.0.0", Mode.CONTRACT, Door.UNIT_OF_WORK),
                        run("jpa-eclipselink", "EclipseLink", "5.0.0", Mode.CONTRACT, Door.ENTITY_MANAGER),
                        run("jpa-eclipselink", "EclipseLink", "5.0.0", Mode.NATIVE, Door.ENTITY_MANAGER),
                        run("mybatis-adapter", "MyBatis", "3.5.19", Mode.CONTRACT, Door.UNIT_OF_WORK),
                        run("mybatis-adapter", "MyBatis", "3.5.19", Mode.NATIVE, Door.MAPPER)));
    }

    private Run run(String adapter, String provider, String version, Mode mode, Door door) {
        List<Result> results = new ArrayList<>();
        scenarios.path("scenarios").forEach(scenario -> results.add(result(scenario, adapter, mode)));
        return new Run(adapter, provider, version, mode, door, 12.5, results);
    }

    private Result result(JsonNode scenario, String adapter, Mode mode) {
        String id = scenario.path("id").asText();
        SampleOutcome outcome = new SampleOutcome(scenario, adapter);
        Optional<JsonNode> decision = decision(id);
        String rule = decision.map(one -> one.path("rule").asText()).orElse(null);
        if (decision.filter(one -> !one.path("kind").asText().equals("decided")).isPresent()) {
            String because = decision.get().path("because").asText();
            return new Result(id, Status.NOT_PORTABLE, rule, null, null, because);
        }
        if (mode == Mode.CONTRACT) {
            return contract(id, rule, outcome);
        }
        return switch (outcome.leavesRows() ? Math.floorMod((id + adapter).hashCode(), 6) : 3) {
            case 0 ->
                new Result(
                        id,
                        Status.FAIL,
                        rule,
                        outcome.expected(),
                        outcome.losing(),
                        "A row of the last table is gone.");
            case 1 ->
                new Result(
                        id,
                        Status.FAIL,
                        rule,
                        outcome.expected(),
                        outcome.keeping(),
                        "The foreign key refuses; nothing is removed.");
            case 2 ->
                new Result(
                        id,
                        Status.FAIL,
                        rule,
                        outcome.expected(),
                        outcome.loading(),
                        "SELECTs posts on its own account.");
            default -> new Result(id, Status.PASS, rule, outcome.expected(), outcome.met(), null);
        };
    }

    private static Result contract(String id, String rule, SampleOutcome outcome) {
        return switch (id) {
            case "tr.move-branch-below-itself" ->
                new Result(
                        id,
                        Status.OPEN,
                        "ORP-3",
                        outcome.expected(),
                        outcome.met(),
                        "Proposed: a branch may hang below itself.");
            case "oo.delete-passive" ->
                new Result(
                        id,
                        Status.PASS,
                        rule,
                        outcome.expected(),
                        outcome.met(),
                        null,
                        "Compared with its .loaded twin.");
            case "do.child-dirty" -> new Result(id, Status.UNSUPPORTED, null, null, null, "No dirty tracking here.");
            default ->
                new Result(
                        id, rule == null ? Status.PASS : Status.DECIDED, rule, outcome.expected(), outcome.met(), null);
        };
    }

    private Optional<JsonNode> decision(String id) {
        return decided.path("scenarios")
                .valueStream()
                .filter(one -> one.path("scenario").asText().equals(id))
                .findFirst();
    }

    static Map<String, List<Map<String, Object>>> rows(JsonNode rows) {
        return JSON.convertValue(rows, new TypeReference<>() {});
    }

    private static JsonNode read(String name) {
        try (InputStream in = SampleReport.class.getResourceAsStream(FOLDER + name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
