package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.ScenarioStep;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The adapters of the class path. */
final class Adapters {
    private Adapters() {}

    static List<PersistenceAdapter> all() {
        return ServiceLoader.load(PersistenceAdapter.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(PersistenceAdapter::name).reversed())
                .toList();
    }

    static PersistenceAdapter named(String name) {
        return all().stream()
                .filter(adapter -> adapter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Hibernate sends the INSERT of a row with a generated identity when persist is called: the guide names that limit. */
    private static AdapterParticipant participant(PersistenceAdapter adapter, Environments environments) {
        AdapterParticipant participant = AdapterParticipant.of(adapter, environments);
        return adapter.name().equals("hibernate") ? participant.limitedTo(Adapters::givesIds) : participant;
    }

    private static boolean givesIds(Scenario scenario) {
        return scenario.steps().stream()
                .noneMatch(step -> step instanceof ScenarioStep.New made
                        && scenario.model().generatedIds().contains(made.entity()));
    }

    /** All adapters, and the reference; each is compared with the first one, which loads nothing that it need not load. */
    static List<Participant> participants(Environments environments) {
        List<Participant> participants = new ArrayList<>();
        all().forEach(adapter -> participants.add(participant(adapter, environments)));
        participants.add(new ReferenceParticipant());
        return participants;
    }
}
