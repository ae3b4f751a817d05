package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.database.SchemaException;
import io.github.cascadecontract.conformance.random.Panel.Testimony;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs smaller versions of a finding, on one model as long as that stays the same. */
final class Reproduction implements AutoCloseable {
    private final List<Participant> participants;
    private final Environments environments;
    private final Finding finding;
    private @Nullable ModelSettings model;
    private @Nullable Panel panel;

    Reproduction(List<Participant> participants, Environments environments, Finding finding) {
        this.participants = participants;
        this.environments = environments;
        this.finding = finding;
    }

    /** Returns whether a scenario shows the finding's first deviation. */
    boolean shows(Scenario scenario) {
        if (!Conditions.hold(scenario)) {
            return false;
        }
        String signature = finding.deviations().get(0).signature();
        try {
            return of(scenario).deviations().stream()
                    .anyMatch(deviation -> deviation.signature().equals(signature));
        } catch (SchemaException impossible) {
            return false; // rows that refer to a row that was left out
        }
    }

    Finding of(Scenario scenario) {
        List<Testimony> testimonies = panel(scenario.model()).run(scenario, finding.writing());
        return new Finding(
                finding.number(),
                scenario,
                finding.writing(),
                testimonies,
                Agreement.deviations(scenario, testimonies));
    }

    private Panel panel(ModelSettings wanted) {
        Panel open = panel;
        if (open == null || !wanted.equals(model)) {
            close();
            open = Panel.of(participants, environments, wanted);
            panel = open;
            model = wanted;
        }
        return open;
    }

    @Override
    public void close() {
        if (panel != null) {
            panel.close();
            panel = null;
        }
    }
}
