package io.github.cascadecontract.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cascadecontract.conformance.run.Environments;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * All adapters, and the engine over rows in memory, on random sequences. {@code -Dcascade.random=N} runs N of them,
 * {@code -Dcascade.random.first} says from which number on, {@code -Dcascade.random.each} how many of a kind are told.
 */
class RandomSequencesTest {
    private static final long IN_EVERY_BUILD = 1000;

    private final long first = Long.getLong("cascade.random.first", 0);
    private final long count = Long.getLong("cascade.random", IN_EVERY_BUILD);
    private final Map<Long, String> known = KnownFindings.among(number -> number >= first && number < first + count);
    private final List<Finding> findings = new CopyOnWriteArrayList<>();

    @Test
    void all_adapters_and_the_engine_agree_on_every_sequence() {
        Map<String, List<Long>> differing = run();
        Set<Long> numbers = differing.values().stream().flatMap(List::stream).collect(Collectors.toSet());

        assertThat(findings)
                .as("sequences that differ, by kind: %s", differing)
                .extracting(Finding::text)
                .isEmpty();
        assertThat(numbers)
                .as("known findings, some of which agree now: take them off the list %s", known)
                .containsAll(known.keySet());
    }

    private Map<String, List<Long>> run() {
        try (Environments environments = Environments.open()) {
            RandomRun run = new RandomRun(
                    Adapters.participants(environments),
                    environments,
                    Integer.getInteger("cascade.random.each", 1),
                    known.keySet(),
                    this::tell);
            return run.run(first, count);
        }
    }

    private void tell(Finding finding) {
        findings.add(finding);
        System.out.println(finding.text());
    }
}
