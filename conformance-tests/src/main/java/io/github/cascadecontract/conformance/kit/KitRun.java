package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.compare.Trial;
import io.github.cascadecontract.conformance.compare.Trials;
import io.github.cascadecontract.conformance.kit.Protocol.Outcome;
import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.run.ConnectedModel;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.error.UnsupportedMappingException;
import org.opentest4j.TestAbortedException;

/** The scenarios of one test class. */
final class KitRun implements AutoCloseable {
    private final ModelCache models;
    private final Trials trials;
    private final Verdicts verdicts;
    private final Door door;
    private final Protocol protocol;

    KitRun(ModelCache models, Trials trials, Verdicts verdicts, Door door, Protocol protocol) {
        this.models = models;
        this.trials = trials;
        this.verdicts = verdicts;
        this.door = door;
        this.protocol = protocol;
    }

    /** Runs a scenario as a test. */
    void test(Scenario scenario) {
        try {
            run(scenario);
            protocol.add(scenario, Outcome.PASSED, "");
        } catch (TestAbortedException skipped) {
            protocol.add(scenario, Outcome.SKIPPED, firstLine(skipped));
            throw skipped;
        } catch (RuntimeException | Error failed) {
            protocol.add(scenario, Outcome.FAILED, firstLine(failed).replaceFirst("^\\S+: ", ""));
            throw failed;
        }
    }

    private void run(Scenario scenario) {
        verdicts.abortIfNotRun(scenario);
        ConnectedModel model = models.of(scenario.model());
        model.refusal()
                .filter(UnsupportedMappingException.class::isInstance)
                .ifPresent(refusal -> verdicts.verifyTaken(scenario, refusal));
        Trial trial = trials.of(scenario, model, door);
        protocol.add(trial.result());
        verdicts.verify(scenario, trial);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        models.close();
        protocol.print(System.out);
    }
}
