package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.scenario.Scenario;

/** The scenarios of one test class. */
final class KitRun implements AutoCloseable {
    private final ModelCache models;
    private final Door door;
    private final Verdicts verdicts;

    KitRun(ModelCache models, Door door, Verdicts verdicts) {
        this.models = models;
        this.door = door;
        this.verdicts = verdicts;
    }

    /** Runs a scenario as a test. */
    void test(Scenario scenario) {
        verdicts.abortIfNotPortable(scenario);
        verdicts.verify(scenario, models.of(scenario.model()).run(scenario, door, verdicts.writing(scenario)));
    }

    @Override
    public void close() {
        models.close();
    }
}
