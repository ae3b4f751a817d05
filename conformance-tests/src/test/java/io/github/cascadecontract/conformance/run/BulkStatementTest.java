package io.github.cascadecontract.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.conformance.model.GeneratedModel;
import io.github.cascadecontract.conformance.scenario.BulkStep;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.conformance.schema.Ddl;
import io.github.cascadecontract.conformance.schema.Seed;
import io.github.cascadecontract.conformance.schema.TableRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkStatementTest {
    private final Scenario scenario = Scenarios.builtIn().all().stream()
            .filter(candidate -> candidate.id().equals("bk.delete-child"))
            .findFirst()
            .orElseThrow();
    private final TestDatabase database = TestDatabase.open();
    private final Schema schema = database.createSchema("bulk");

    @BeforeEach
    void createTables() {
        schema.execute(Ddl.of(scenario.model()));
        schema.execute(Seed.of(scenario));
    }

    @AfterEach
    void close() {
        schema.close();
        database.close();
    }

    @Test
    void deletes_the_rows_that_have_the_values() throws SQLException {
        run(new BulkStep("Post", Map.of("user_id", 1L), null));

        assertThat(posts()).extracting(row -> row.get("id")).containsExactly(3L);
    }

    @Test
    void updates_the_rows_that_have_the_values_and_no_others() throws SQLException {
        Map<String, Object> values = new HashMap<>(Map.of("title", "new"));
        values.put("description", null);

        run(new BulkStep("Post", Map.of("id", 2L, "user_id", 1L), values));

        assertThat(posts()).extracting(row -> row.get("title")).containsExactly("post1", "new", "post3");
    }

    private List<Map<String, Object>> posts() {
        return TableRows.read(schema, scenario.model()).get("posts");
    }

    private void run(BulkStep step) throws SQLException {
        try (Connection connection = schema.dataSource().getConnection()) {
            new BulkStatement(step, GeneratedModel.of(scenario.model()).type(step.entity())).on(connection);
        }
    }
}
