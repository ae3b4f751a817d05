package io.github.cascadecontract.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsJsonTest {
    private static String written(ComparisonReport report) throws IOException {
        StringWriter out = new StringWriter();
        ResultsJson.write(report, out);
        return out.toString();
    }

    private static JsonNode firstResult(Result result) throws IOException {
        Run run = SmallReport.run(Mode.CONTRACT, Door.UNIT_OF_WORK, result);
        String text = written(new ComparisonReport(SmallReport.report().suite(), List.of(run)));
        return new ObjectMapper().readTree(text).at("/runs/0/results/0");
    }

    @Test
    void has_one_stable_shape_with_a_result_on_each_line() throws IOException {
        assertThat(written(SmallReport.report()).lines())
                .containsExactly(
                        """
                {"suite":{"scenarios":"built-in","started":"2026-11-20T13:00:00Z","java":"17.0.15","postgresql":"18.6"},"runs":[""",
                        """
                {"adapter":"jpa-hibernate","provider":"Hibernate ORM","version":"7.4.6.Final","mode":"contract","bytecode":"plain","door":"unit-of-work","seconds":1.25,"results":[""",
                        result("pass", EXPECTED, OBSERVED, "null") + "]},",
                        """
                {"adapter":"jpa-hibernate","provider":"Hibernate ORM","version":"7.4.6.Final","mode":"native","bytecode":"plain","door":"entity-manager","seconds":1.25,"results":[""",
                        result("fail", EXPECTED, LOST, "\"The moved post is deleted.\"") + "]}]}");
    }

    private static String result(String status, String expected, String observed, String difference) {
        return """
                {"scenario":"do.move","status":"%s","rule":"ORP-3","expected":%s,"observed":%s,"difference":%s}""".formatted(status, expected, observed, difference);
    }

    private static final String BOTH = """
            {"posts":[{"id":1,"title":null,"user_id":2},{"id":2,"title":null,"user_id":1}]}""";
    private static final String UPDATE = """
            {"step":1,"text":"update posts set user_id=? where id=?","times":1,"rows":1}""";
    private static final String DELETE = """
            {"step":1,"text":"delete from posts where id=?","times":1,"rows":1}""";
    private static final String EXPECTED = observables(BOTH, 0, "");
    private static final String OBSERVED = observables(BOTH, 0, UPDATE);
    private static final String LOST =
            observables("{\"posts\":[{\"id\":2,\"title\":null,\"user_id\":1}]}", 1, UPDATE + "," + DELETE);

    private static String observables(String rows, int deleted, String sql) {
        return """
                {"outcome":"committed","failed_at_step":null,"final_rows":%s,\
                "by_client":{"posts":{"insert":0,"update":1,"delete":%d}},"by_database":{},"selects":{},\
                "sql":[%s],"looks":{"u.posts":[1,2]}}""".formatted(rows, deleted, sql);
    }

    @Test
    void names_every_status_mode_and_door_as_documented() {
        assertThat(List.of(Status.values()))
                .extracting(Status::text)
                .containsExactly("pass", "decided", "fail", "open", "unsupported", "not-portable");
        assertThat(List.of(Mode.values())).extracting(Mode::text).containsExactly("contract", "native");
        assertThat(List.of(Door.values()))
                .extracting(Door::text)
                .containsExactly("unit-of-work", "entity-manager", "mapper");
    }

    @Test
    void writes_the_failing_step_as_the_scenario_file_does() throws IOException {
        assertThat(firstResult(failingAt("3")).at("/observed/failed_at_step").isInt())
                .isTrue();
        assertThat(firstResult(failingAt("3")).at("/observed/failed_at_step").asInt())
                .isEqualTo(3);
        assertThat(firstResult(failingAt("mapping"))
                        .at("/observed/failed_at_step")
                        .asText())
                .isEqualTo("mapping");
    }

    private static Result failingAt(String step) {
        Observables seen = new Observables("stale_data", step, null, null, null, null, List.of(), Map.of());
        return new Result("a", Status.PASS, null, null, seen, null);
    }

    @Test
    void keeps_what_was_not_compared_as_null_and_leaves_out_an_absent_note() throws IOException {
        JsonNode result = firstResult(failingAt("3"));
        assertThat(result.at("/observed/final_rows").isNull()).isTrue();
        assertThat(result.get("expected").isNull()).isTrue();
        assertThat(result.get("difference").isNull()).isTrue();
        assertThat(result.has("note")).isFalse();
    }

    @Test
    void tells_how_the_other_ways_to_play_a_scenario_came_out() throws IOException {
        JsonNode result = firstResult(failingAt("3").with(null, Map.of("second-flush", Status.PASS)));

        assertThat(result.at("/variants/second-flush").asText()).isEqualTo("pass");
        assertThat(firstResult(failingAt("3")).has("variants")).isFalse();
    }

    @Test
    void tells_the_sqlstate_of_a_failed_statement() throws IOException {
        Statement failed = new Statement(2, "delete from users where id=?", 1, null, "23503");
        Observables seen = new Observables("x", "2", null, null, null, null, List.of(failed), Map.of());
        JsonNode sent = firstResult(new Result("a", Status.PASS, null, null, seen, null, "run twice"))
                .at("/observed/sql/0");
        assertThat(sent.get("error").asText()).isEqualTo("23503");
        assertThat(sent.get("rows").isNull()).isTrue();
    }
}
