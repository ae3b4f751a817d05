package io.github.cascadecontract.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DoorLimitsTest {
    private static final Scenarios SCENARIOS = Scenarios.builtIn();

    @Test
    void the_unit_of_work_can_be_asked_for_everything() {
        assertThat(limits(Door.UNIT_OF_WORK)).isEmpty();
    }

    @Test
    void an_entity_manager_has_neither_savepoints_nor_paths_nor_detached_removal_nor_a_life_after_an_error() {
        assertThat(limits(Door.ENTITY_MANAGER))
                .containsOnlyKeys(
                        "del.detached",
                        "mg.unset-attribute",
                        "mg.m2o-partial-parent",
                        "tx.savepoint-rollback",
                        "tx.savepoint-orphan",
                        "tx.savepoint-release",
                        "tx.savepoint-release-rollback",
                        "tx.savepoint-error",
                        "tx.error-then-use")
                .containsEntry("mg.unset-attribute", "merging only what was set is for the unit-of-work door only");
    }

    private static Map<String, String> limits(Door door) {
        return SCENARIOS.all().stream()
                .filter(scenario -> DoorLimits.of(scenario, door).isPresent())
                .collect(Collectors.toMap(
                        Scenario::id, scenario -> DoorLimits.of(scenario, door).orElseThrow()));
    }
}
