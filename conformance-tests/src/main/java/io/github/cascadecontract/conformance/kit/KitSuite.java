package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.compare.Judge;
import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.report.Stories;
import io.github.cascadecontract.conformance.report.Story;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.scenario.OpenQuestions;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.conformance.scenario.Selection;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Scenarios and database, shared by all conformance tests of a JVM. The kit supplies it. */
public final class KitSuite implements AutoCloseable {
    private final List<Scenario> selected;
    private final Judge judge;
    private final Map<String, Story> stories;
    private final Environments environments;

    private KitSuite(Scenarios scenarios) {
        this.selected = Selection.fromSystemProperties().of(scenarios);
        this.judge = new Judge(scenarios, OpenQuestions.load());
        this.stories = Stories.of(scenarios.document(), scenarios.decidedDocument()).stream()
                .collect(Collectors.toMap(Story::id, story -> story));
        this.environments = Environments.open();
    }

    static KitSuite open() {
        return new KitSuite(Scenarios.load());
    }

    List<Scenario> selected() {
        return selected;
    }

    KitRun run(PersistenceAdapter adapter, Door door, Deviations deviations) {
        return new KitRun(new ModelCache(environments, adapter), door, new Verdicts(judge, stories, deviations));
    }

    @Override
    public void close() {
        environments.close();
    }
}
