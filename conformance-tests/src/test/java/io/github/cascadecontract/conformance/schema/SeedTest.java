package io.github.cascadecontract.conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import org.junit.jupiter.api.Test;

class SeedTest {
    @Test
    void referred_rows_come_first_and_keys_of_a_cycle_when_all_rows_are_in() {
        assertThat(Seed.of(scenario("cy.delete")).lines().map(line -> line.substring(0, 17)))
                .containsExactly("INSERT INTO users", "INSERT INTO posts", "INSERT INTO posts", "UPDATE users SET ");
    }

    private static Scenario scenario(String id) {
        return Scenarios.builtIn().all().stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
