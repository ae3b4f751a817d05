package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.Environment;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.run.PairWriting;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All participants, connected with one model. */
final class Panel implements AutoCloseable {
    private final Environment environment;
    private final Map<Participant, Participant.Connected> connected = new LinkedHashMap<>();

    private Panel(Environment environment) {
        this.environment = environment;
    }

    static Panel of(List<Participant> participants, Environments environments, ModelSettings model) {
        Panel panel = new Panel(environments.fresh(model));
        participants.forEach(participant -> panel.connected.put(participant, participant.connect(panel.environment)));
        return panel;
    }

    /** Runs a scenario on each; those that cannot run it have no say. */
    List<Testimony> run(Scenario scenario, PairWriting writing) {
        List<Testimony> testimonies = new ArrayList<>();
        connected.forEach((participant, ready) -> {
            Attempt attempt = ready.run(scenario, writing);
            if (attempt instanceof Attempt.Observed observed) {
                testimonies.add(new Testimony(participant.name(), participant.detail(), observed.observation()));
            }
        });
        return testimonies;
    }

    /**
     * What one participant made of a scenario.
     *
     * @param participant its name
     * @param detail how much of it can be compared
     * @param observation what was seen
     */
    record Testimony(String participant, Participant.Detail detail, Observation observation) {}

    @Override
    public void close() {
        connected.values().forEach(Participant.Connected::close);
        environment.close();
    }
}
