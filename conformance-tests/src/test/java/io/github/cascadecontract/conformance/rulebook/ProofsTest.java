package io.github.cascadecontract.conformance.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.rulebook.ProofList.Elsewhere;
import io.github.cascadecontract.conformance.scenario.Decision;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.conformance.scenario.Selection;
import io.github.cascadecontract.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProofsTest {
    private static final Scenarios SCENARIOS = Scenarios.builtIn();
    private static final Proofs PROOFS = Proofs.of(SCENARIOS);

    @Test
    void a_scenario_proves_a_rule_unless_java_has_no_words_for_it() {
        assertThat(SCENARIOS.all()).hasSize(584).allSatisfy(scenario -> {
            boolean portable = decision(scenario).map(Decision::isPortable).orElse(true);
            assertThat(PROOFS.rulesOf(scenario.id()).isEmpty()).isEqualTo(!portable);
        });
    }

    @Test
    void a_decided_scenario_proves_the_rule_that_decides_it() {
        List<Decision> decided = SCENARIOS.all().stream()
                .flatMap(scenario -> decision(scenario).stream())
                .filter(Decision::isPortable)
                .toList();
        assertThat(decided)
                .hasSizeGreaterThan(70)
                .allSatisfy(decision -> assertThat(rulesNamed(decision))
                        .as("%s names %s", decision.scenario(), decision.rules())
                        .isNotEmpty()
                        .anyMatch(PROOFS.rulesOf(decision.scenario())::contains));
    }

    @Test
    void every_rule_is_proved_by_scenarios_but_for_those_that_the_record_cannot_know() {
        assertThat(Rule.values())
                .filteredOn(rule -> PROOFS.scenariosOf(rule).isEmpty())
                .containsExactly(Rule.DEC_5, Rule.MER_8, Rule.MER_9, Rule.PRO_1)
                .allMatch(rule -> PROOFS.elsewhere(rule).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void every_pattern_names_a_scenario_that_proves_something(Rule rule) {
        assertThat(PROOFS.patterns(rule))
                .doesNotHaveDuplicates()
                .allSatisfy(
                        pattern -> assertThat(PROOFS.scenariosOf(rule).stream().map(Scenario::id))
                                .as(pattern)
                                .anyMatch(new Selection(pattern)::names));
    }

    @Test
    void every_decision_that_the_scenarios_rest_on_is_in_the_rule_book() {
        assertThat(SCENARIOS.decidedDocument().path("decisions"))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(io.github.cascadecontract.rule.Decision.of(id.asText()))
                        .as(id.asText())
                        .isPresent());
    }

    @Test
    void a_test_that_proves_a_rule_beyond_the_record_is_there() throws IOException {
        Set<String> there = testClasses();
        List<Elsewhere> elsewhere = Arrays.stream(Rule.values())
                .flatMap(rule -> PROOFS.elsewhere(rule).stream())
                .toList();
        assertThat(elsewhere).isNotEmpty().allSatisfy(proof -> {
            assertThat(proof.because()).isNotBlank();
            assertThat(proof.tests()).isNotEmpty().isSubsetOf(there);
        });
    }

    @Test
    void a_scenario_tells_first_what_decides_it_and_then_what_few_others_prove() {
        assertThat(PROOFS.rulesOf("do.move.append")).startsWith(Rule.ORP_9).contains(Rule.PER_3, Rule.ORP_3);
        assertThat(PROOFS.rulesOf("matrix.o2m.none.pd-true.null.cascade.unloaded"))
                .containsExactly(Rule.REM_2, Rule.REM_1);
    }

    @Test
    void an_unknown_scenario_proves_nothing() {
        assertThat(PROOFS.rulesOf("no.such")).isEmpty();
    }

    private static Optional<Decision> decision(Scenario scenario) {
        return SCENARIOS.decisions().about(scenario.id());
    }

    private static List<Rule> rulesNamed(Decision decided) {
        return Stream.of(decided.rule(), decided.decision())
                .filter(name -> name != null)
                .flatMap(name -> Stream.concat(
                        Rule.of(name).stream(),
                        io.github.cascadecontract.rule.Decision.of(name).stream()
                                .flatMap(decision -> decision.rules().stream())))
                .toList();
    }

    private static Set<String> testClasses() throws IOException {
        Set<String> names = new HashSet<>();
        for (String module : List.of("api", "conformance-tests")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java"))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
            }
        }
        return names;
    }
}
