package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.run.AdapterProbe;
import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.ConnectedModel;
import io.github.cascadecontract.conformance.run.Environment;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.run.PairWriting;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.function.Predicate;

/** An adapter under the contract, through one of its doors. */
public final class AdapterParticipant implements Participant {
    private final PersistenceAdapter adapter;
    private final Door door;
    private final AdapterProbe probe;
    private final Predicate<Scenario> limit;

    private AdapterParticipant(PersistenceAdapter adapter, Door door, AdapterProbe probe, Predicate<Scenario> limit) {
        this.adapter = adapter;
        this.door = door;
        this.probe = probe;
        this.limit = limit;
    }

    /**
     * Returns an adapter as it is used through the unit of work.
     *
     * @param adapter the adapter
     * @param environments where it shows first how it loads references
     */
    public static AdapterParticipant of(PersistenceAdapter adapter, Environments environments) {
        return of(adapter, Door.UNIT_OF_WORK, environments);
    }

    /** Returns an adapter as it is used through a door. */
    public static AdapterParticipant of(PersistenceAdapter adapter, Door door, Environments environments) {
        return new AdapterParticipant(adapter, door, environments.probe(adapter, Mode.CONTRACT), scenario -> false);
    }

    /** Returns the same with a documented limit: it has no say about scenarios that go beyond it. */
    public AdapterParticipant limitedTo(Predicate<Scenario> scenarios) {
        return new AdapterParticipant(adapter, door, probe, limit.or(scenarios.negate()));
    }

    @Override
    public String name() {
        return door == Door.UNIT_OF_WORK ? adapter.name() : adapter.name() + " " + door.text();
    }

    @Override
    public Connected connect(Environment environment) {
        ConnectedModel model = ConnectedModel.open(environment, adapter, Mode.CONTRACT, probe.references());
        return new Connected() {
            @Override
            public Attempt run(Scenario scenario, PairWriting writing) {
                return limit.test(scenario)
                        ? new Attempt.Unsupported("a limit of the adapter")
                        : model.run(scenario, door, writing);
            }

            @Override
            public void close() {
                model.close();
            }
        };
    }
}
