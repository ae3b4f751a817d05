package io.github.cascadecontract.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RandomRunTest {
    private static final long SEQUENCES = 150;
    private static final Environments ENVIRONMENTS = Environments.open();

    @AfterAll
    static void close() {
        ENVIRONMENTS.close();
    }

    @Test
    void an_adapter_that_forgets_to_remove_is_found_with_the_few_steps_that_show_it() {
        List<Finding> findings = new CopyOnWriteArrayList<>();
        Map<String, List<Long>> differing = run(new ForgetfulAdapter(Adapters.named("mybatis")), findings);

        assertThat(differing.keySet()).anyMatch(signature -> signature.startsWith("forgetful"));
        Finding smallest = findings.stream()
                .min(Comparator.comparing(finding -> finding.scenario().steps().size()))
                .orElseThrow();
        assertThat(smallest.scenario().steps())
                .hasSizeLessThanOrEqualTo(4)
                .anyMatch(ScenarioStep.Delete.class::isInstance);
        assertThat(smallest.scenario().model().relations()).isEmpty();
        assertThat(smallest.text()).contains("forgetful", "\"delete\"", "\"settings\"");
    }

    @Test
    void an_adapter_agrees_with_itself() {
        List<Finding> findings = new CopyOnWriteArrayList<>();

        assertThat(run(Adapters.named("mybatis"), findings)).isEmpty();
        assertThat(findings).isEmpty();
    }

    private static Map<String, List<Long>> run(PersistenceAdapter other, List<Finding> findings) {
        List<Participant> participants = List.of(
                AdapterParticipant.of(Adapters.named("mybatis"), ENVIRONMENTS),
                AdapterParticipant.of(other, ENVIRONMENTS));
        return new RandomRun(participants, ENVIRONMENTS, 1, Set.of(), findings::add).run(0, SEQUENCES);
    }
}
