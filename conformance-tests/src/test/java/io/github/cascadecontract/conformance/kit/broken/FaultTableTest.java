package io.github.cascadecontract.conformance.kit.broken;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.kit.jdbc.JdbcCascade;
import io.github.cascadecontract.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every rule can fail: a broken adapter shows it. */
class FaultTableTest {
    private static final String WRITE = "cascade.write-docs";
    private static final Path FILE = Path.of("..", "docs", "kit.md");
    private static final String BEGIN = "<!-- broken adapters: generated -->\n";
    private static final String END = "<!-- end of what is generated -->";

    private static FaultProofs proofs;
    private static Map<Rule, Map<Fault, String>> found;

    @BeforeAll
    static void run() {
        proofs = new FaultProofs();
        found = proofs.all();
    }

    @AfterAll
    static void close() {
        proofs.close();
    }

    @Test
    void every_rule_that_a_scenario_can_prove_is_failed_by_a_broken_adapter() {
        assertThat(found.entrySet())
                .filteredOn(rule -> rule.getValue().isEmpty())
                .extracting(Map.Entry::getKey)
                .containsExactlyElementsOf(FaultTable.WITHOUT.keySet())
                .containsAll(proofs.withoutScenario());
    }

    @Test
    void every_broken_adapter_fails_each_rule_that_it_is_made_for() {
        assertThat(Arrays.asList(Fault.values()))
                .allSatisfy(fault -> assertThat(fault.rules())
                        .isNotEmpty()
                        .allSatisfy(rule -> assertThat(found.get(rule))
                                .as("%s should fail %s", fault.text(), rule.id())
                                .containsKey(fault)));
    }

    @Test
    void the_same_scenarios_pass_without_the_fault() {
        assertThat(found.values().stream()
                        .flatMap(faults -> faults.values().stream())
                        .distinct())
                .isNotEmpty()
                .allSatisfy(scenario -> assertThat(proofs.fails(new JdbcCascade(), scenario))
                        .as(scenario)
                        .isFalse());
    }

    @Test
    void the_table_in_the_documentation_is_what_happens() throws IOException {
        String document = Files.readString(FILE);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        String table = "\n" + FaultTable.of(found) + "\n";
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(FILE, document.substring(0, begin) + table + document.substring(end));
            return;
        }
        assertThat(document.substring(begin, end))
                .as(
                        "The table in docs/kit.md is generated. After a change of rules, proofs or broken adapters:%n"
                                + "./mvnw -q -pl conformance-tests -am test -Dtest=FaultTableTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
                        WRITE)
                .isEqualTo(table);
    }
}
