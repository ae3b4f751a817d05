package io.github.cascadecontract.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTableTest {
    private static String printed(Run... runs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ComparisonReport report = new ComparisonReport(SmallReport.report().suite(), List.of(runs));
        ConsoleTable.print(report, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static Result result(String scenario, Status status) {
        return new Result(scenario, status, null, null, null, "It is different.");
    }

    @Test
    void prints_one_aligned_line_for_each_run() {
        assertThat(printed(
                        SmallReport.run(
                                Mode.CONTRACT, Door.UNIT_OF_WORK, SmallReport.met(), result("a", Status.DECIDED)),
                        SmallReport.run(Mode.NATIVE, Door.ENTITY_MANAGER, SmallReport.failure())))
                .isEqualTo("""
                        adapter        mode      door            passed  decided  failed  open  unsupported  not portable  seconds
                        jpa-hibernate  contract  unit-of-work         1        1       0     0            0             0      1.3
                        jpa-hibernate  native    entity-manager       0        0       1     0            0             0      1.3
                        """);
    }

    @Test
    void what_was_done_to_the_classes_is_told_with_the_mode() {
        Run enhanced = new Run(
                "hibernate", "Hibernate ORM", "7", Mode.CONTRACT, Bytecode.ENHANCED, Door.UNIT_OF_WORK, 1, List.of());

        assertThat(printed(enhanced)).contains("hibernate  contract enhanced  unit-of-work");
    }

    @Test
    void says_each_contract_failure_and_each_open_question_in_one_sentence() {
        assertThat(printed(SmallReport.run(
                        Mode.CONTRACT, Door.UNIT_OF_WORK, SmallReport.failure(), result("b", Status.OPEN))))
                .endsWith("""

                        Open questions (1):
                          b, jpa-hibernate contract unit-of-work: It is different.

                        Contract failures (1):
                          do.move [ORP-3], jpa-hibernate contract unit-of-work: The moved post is deleted.
                        """);
    }

    @Test
    void a_native_failure_is_counted_and_not_told() {
        assertThat(printed(SmallReport.run(Mode.NATIVE, Door.ENTITY_MANAGER, SmallReport.failure())))
                .doesNotContain("failures");
    }
}
