package io.github.cascadecontract.conformance.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.kit.Protocol.Outcome;
import io.github.cascadecontract.conformance.report.PlannedLines;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.Status;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.conformance.scenario.Selection;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    private static final Scenarios SCENARIOS = Scenarios.builtIn();
    private String before;

    @BeforeEach
    void selectAll() {
        before = System.getProperty(Selection.PROPERTY, "");
        System.setProperty(Selection.PROPERTY, "");
    }

    @AfterEach
    void selectAsBefore() {
        System.setProperty(Selection.PROPERTY, before);
    }

    @Test
    void counts_what_is_green_and_names_what_is_not() {
        assertThat(printed())
                .containsExactly(
                        "mine (Provider 1.0, unit-of-work)",
                        "  delete                                    1 passed    1 failed",
                        "    failed   del.transient (it ended otherwise)",
                        "  merge                                     1 skipped",
                        "    skipped  mg.o2o-none (not declared: MERGE)");
    }

    @Test
    void names_everything_where_a_part_is_selected() {
        System.setProperty(Selection.PROPERTY, "del.*");

        assertThat(printed()).contains("    passed   del.twice");
    }

    @Test
    void counts_what_was_planned_first_and_tells_what_was_not() {
        Protocol protocol = new Protocol("mine");
        Result passed = new Result("del.twice", Status.PASS, null, null, null, null);
        protocol.add(passed.with(null, Map.of(PlannedLines.VARIANT, Status.PASS)));
        protocol.add(passed.unplanned("no flush of it removes a row"));

        assertThat(printed(protocol))
                .containsExactly(
                        "mine",
                        "  planned first: 1 scenarios, 0 differ",
                        "    not planned: 1, no flush of it removes a row (del.twice)");
    }

    private static List<String> printed() {
        Protocol protocol = new Protocol("mine (Provider 1.0, unit-of-work)");
        protocol.add(scenario("del.twice"), Outcome.PASSED, "");
        protocol.add(scenario("del.transient"), Outcome.FAILED, "it ended otherwise");
        protocol.add(scenario("mg.o2o-none"), Outcome.SKIPPED, "not declared: MERGE");
        return printed(protocol);
    }

    private static List<String> printed(Protocol protocol) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        protocol.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Scenario scenario(String id) {
        return new Selection(id).of(SCENARIOS).get(0);
    }
}
