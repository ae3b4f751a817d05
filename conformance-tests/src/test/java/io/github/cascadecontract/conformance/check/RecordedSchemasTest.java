package io.github.cascadecontract.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.finding.CheckReport;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import io.github.cascadecontract.finding.Severity;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The schemas that scenarios were recorded on, as witnesses. Those of the matrix remove a parent with children, once with the
 * children loaded and once without. Such a schema is correct if both removals succeed and end with the same rows. The records
 * say that, not the checks: a correct one must have no finding that matters, and each other one must have one.
 */
class RecordedSchemasTest {
    private static final List<RecordedModel> MODELS = RecordedModel.all();

    @RegisterExtension
    final CheckedTables tables = new CheckedTables();

    @Test
    void a_recorded_schema_has_findings_that_matter_if_and_only_if_its_removals_fail_or_depend_on_loading() {
        List<RecordedModel> matrix =
                MODELS.stream().filter(RecordedModel::isOfTheMatrix).toList();
        assertThat(matrix).hasSizeGreaterThan(100).anyMatch(RecordedModel::isCorrect);

        assertThat(matrix)
                .allSatisfy(model -> model.contract().ifPresent(contract -> {
                    List<Finding> found =
                            check(model, contract, model.indexes()).atLeast(Severity.WARNING);
                    assertThat(found.isEmpty())
                            .as("%s has %s", model.scenarios(), found)
                            .isEqualTo(model.isCorrect());
                }));
        System.out.printf(
                "%d schemas of the matrix, %d correct%n",
                matrix.size(), matrix.stream().filter(RecordedModel::isCorrect).count());
    }

    @Test
    void what_mends_a_finding_runs_and_the_finding_is_gone() throws SQLException {
        Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);
        for (RecordedModel model : MODELS)
            if (model.contract().isPresent()) mend(model, model.contract().get(), counts);

        print(counts);
        assertThat(counts).containsKeys(FindingCode.PASSIVE_WITHOUT_CASCADE, FindingCode.KEY_WITHOUT_INDEX);
    }

    private CheckReport check(RecordedModel model, CascadeContract contract, String more) {
        try (Schema schema = tables.another("recorded")) {
            schema.execute(model.tables() + "; " + more);
            return contract.check(schema.dataSource());
        }
    }

    private void mend(RecordedModel model, CascadeContract contract, Map<FindingCode, Integer> counts)
            throws SQLException {
        try (Schema schema = tables.another("recorded")) {
            schema.execute(model.tables());
            List<Finding> found = contract.check(schema.dataSource()).findings();
            found.forEach(finding -> counts.merge(finding.code(), 1, Integer::sum));
            List<Finding> mended =
                    found.stream().filter(finding -> finding.mend() != null).toList();
            for (Finding finding : mended) run(schema, String.valueOf(finding.mend()));
            assertThat(contract.check(schema.dataSource()).findings())
                    .as("%s after %s", model.scenarios(), mended)
                    .noneMatch(mended::contains);
        }
    }

    private static void run(Schema schema, String sql) throws SQLException {
        try (Connection connection = schema.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void print(Map<FindingCode, Integer> counts) {
        List<String> lines = new ArrayList<>();
        counts.forEach((code, count) -> lines.add("%-8s %-34s %4d".formatted(code.severity(), code.id(), count)));
        System.out.printf(
                "findings on %d recorded schemas as they are:%n%s%n", MODELS.size(), String.join("\n", lines));
    }
}
