package io.github.cascadecontract.conformance.kit.broken;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.compare.Judge;
import io.github.cascadecontract.conformance.compare.Trials;
import io.github.cascadecontract.conformance.kit.jdbc.JdbcCascade;
import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.Status;
import io.github.cascadecontract.conformance.run.ConnectedModel;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.run.ReferenceLoading;
import io.github.cascadecontract.conformance.run.Variant;
import io.github.cascadecontract.conformance.scenario.OpenQuestions;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.conformance.scenario.Selection;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A plan that is not what happens fails its scenario, though all that happens is right. */
class PlanFaultsTest {
    private static final String CASCADE = "matrix.o2m.delete.pd-true.notnull.cascade.unloaded";
    private static final String CLIENT = "matrix.o2m.delete.pd-false.notnull.no-action.unloaded";
    private static final String BLOCKED = "matrix.o2m.none.pd-true.notnull.no-action.unloaded";
    private static final String ORPHAN = "do.assign-empty";
    private static final String LINKED_ORPHAN = "mm.orphan.remove";

    private static final Scenarios SCENARIOS = Scenarios.builtIn();
    private static final Trials TRIALS =
            new Trials(new Judge(SCENARIOS, OpenQuestions.load()), Set.of(Variant.PLANNED_FIRST));
    private static Environments environments;

    @BeforeAll
    static void open() {
        environments = Environments.open();
    }

    @AfterAll
    static void close() {
        environments.close();
    }

    @Test
    void true_plans_pass_whoever_removes_and_whatever_is_in_the_way() {
        for (String scenario : new String[] {CASCADE, CLIENT, BLOCKED, ORPHAN, LINKED_ORPHAN}) {
            assertThat(result(scenario, new JdbcCascade()).variants())
                    .as(scenario)
                    .containsExactly(Map.entry("planned-first", Status.PASS));
        }
    }

    @Test
    void rows_that_the_database_removes_may_not_be_forgotten() {
        assertFails(
                CASCADE,
                PlanFaults.forgetsDatabase(),
                "With each removal planned first: The plan before step 2 is not what happened:"
                        + " posts deleted by the database: planned 0, observed 2");
    }

    @Test
    void what_is_in_the_way_may_not_be_forgotten() {
        assertFails(
                BLOCKED,
                PlanFaults.forgetsObstacles(),
                "planned to go through, and the flush failed with integrity_violation:foreign_key");
    }

    @Test
    void a_plan_may_not_write() {
        assertFails(CLIENT, PlanFaults.flushesAfterPlan(), "the plan itself has changed rows");
    }

    @Test
    void a_plan_may_not_load() {
        assertFails(CLIENT, PlanFaults.loadsToPlan(), "the plan itself has read entities of posts");
    }

    @Test
    void an_adapter_that_does_not_plan_fails() {
        assertFails(
                CASCADE, PlanFaults.doesNotPlan(), "It ended other:UnsupportedOperationException at step 1 (delete)");
    }

    @Test
    void a_removal_that_is_not_flushed_is_told_as_not_planned() {
        assertThat(result("tx.rollback-unflushed-delete", new JdbcCascade()).unplanned())
                .isEqualTo("no flush of it removes a row");
    }

    private static void assertFails(String id, PersistenceAdapter adapter, String difference) {
        Result result = result(id, adapter);
        assertThat(result.status()).isEqualTo(Status.FAIL);
        assertThat(result.difference()).contains(difference);
    }

    private static Result result(String id, PersistenceAdapter adapter) {
        Scenario scenario = new Selection(id).of(SCENARIOS).get(0);
        try (ConnectedModel connected =
                ConnectedModel.open(environments.of(scenario.model()), adapter, Mode.CONTRACT, ReferenceLoading.LAZY)) {
            return TRIALS.of(scenario, connected, Door.UNIT_OF_WORK).result();
        }
    }
}
