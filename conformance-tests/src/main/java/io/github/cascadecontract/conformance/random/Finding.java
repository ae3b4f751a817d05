package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.random.Panel.Testimony;
import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.run.PairWriting;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sequence on which the participants do not agree, made as small as it went.
 *
 * @param number the number of the sequence
 * @param scenario what is left of it
 * @param writing how it writes pairs
 * @param testimonies what each participant makes of it
 * @param deviations who differs from the first, and how
 */
public record Finding(
        long number, Scenario scenario, PairWriting writing, List<Testimony> testimonies, List<Deviation> deviations) {
    /** Returns what it has in common with findings of the same cause, as far as that can be told. */
    public String signature() {
        return deviations.stream().map(Deviation::signature).collect(Collectors.joining("; "));
    }

    /** Returns the finding in words: who differs how, what each observed, and the scenario as it can be put into a file. */
    public String text() {
        StringBuilder text = new StringBuilder("sequence %d, pairs written on %s: %s%n"
                .formatted(number, RandomScenarios.words(writing), signature()));
        deviations.forEach(deviation ->
                deviation.differences().forEach(difference -> line(text, deviation.participant() + " " + difference)));
        testimonies.forEach(testimony -> line(text, testimony.participant() + ": " + summary(testimony.observation())));
        Observation first = testimonies.get(0).observation();
        return text.append("  as ")
                .append(testimonies.get(0).participant())
                .append(" has it: ")
                .append(ScenarioJson.of(scenario, first))
                .append(System.lineSeparator())
                .toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append("  ").append(line).append(System.lineSeparator());
    }

    private static String summary(Observation observation) {
        String step = observation.ending().failedAtStep();
        Throwable failure = observation.ending().failure();
        return observation.ending().outcome() + (step == null ? "" : " at step " + step)
                + (failure == null ? "" : " (" + failure.getMessage() + ")")
                + ", client " + observation.byClient() + ", database " + observation.byDatabase()
                + ", reads " + observation.reading().ownAccount();
    }
}
