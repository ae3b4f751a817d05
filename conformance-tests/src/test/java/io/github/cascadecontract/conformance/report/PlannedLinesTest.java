package io.github.cascadecontract.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannedLinesTest {
    @Test
    void counts_what_was_planned_and_how_much_of_it_differed() {
        assertThat(PlannedLines.of(List.of(planned(Status.PASS), planned(Status.FAIL), result("c"))))
                .containsExactly("planned first: 2 scenarios, 1 differ");
    }

    @Test
    void tells_what_was_not_planned_by_its_reason() {
        assertThat(PlannedLines.of(List.of(
                        planned(Status.PASS),
                        result("b").unplanned("no row goes"),
                        result("c").unplanned("no row goes"))))
                .containsExactly("planned first: 1 scenarios, 0 differ", "  not planned: 2, no row goes (b, c)");
    }

    @Test
    void names_a_dozen_of_many() {
        List<Result> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(result("s" + i).unplanned("no plan"));
        }

        assertThat(PlannedLines.of(many))
                .last()
                .asString()
                .startsWith("  not planned: 20, no plan (s0, s1,")
                .endsWith("s11 and others)");
    }

    @Test
    void says_nothing_where_nothing_was_to_be_planned() {
        assertThat(PlannedLines.of(List.of(result("a")))).isEmpty();
    }

    private static Result planned(Status status) {
        return result("a").with(null, Map.of(PlannedLines.VARIANT, status));
    }

    private static Result result(String scenario) {
        return new Result(scenario, Status.PASS, null, null, null, null);
    }
}
