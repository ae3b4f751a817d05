package io.github.cascadecontract.conformance.kit;

import io.github.cascadecontract.conformance.compare.Judge;
import io.github.cascadecontract.conformance.compare.Trials;
import io.github.cascadecontract.conformance.report.Stories;
import io.github.cascadecontract.conformance.report.Story;
import io.github.cascadecontract.conformance.rulebook.Proofs;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.run.Variant;
import io.github.cascadecontract.conformance.scenario.OpenQuestions;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.conformance.scenario.Selection;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Scenarios and database, shared by all conformance tests of a JVM. The kit supplies it. */
public final class KitSuite implements AutoCloseable {
    private final Scenarios scenarios;
    private final Judge judge;
    private final Proofs proofs;
    private final Map<String, Story> stories;
    private final Environments environments;

    private KitSuite(Scenarios scenarios) {
        this.scenarios = scenarios;
        this.judge = new Judge(scenarios, OpenQuestions.load());
        this.proofs = Proofs.of(scenarios);
        this.stories = Stories.of(scenarios.document(), scenarios.decidedDocument()).stream()
                .collect(Collectors.toMap(Story::id, story -> story));
        this.environments = Environments.open();
    }

    static KitSuite open() {
        return new KitSuite(Scenarios.load());
    }

    List<Scenario> selected() {
        return Selection.fromSystemProperties().of(scenarios);
    }

    KitRun run(PersistenceAdapter adapter, Declarations declared) {
        declared.deviations().requireKnown(scenarios.all());
        Set<Variant> variants = Variant.fromSystemProperties();
        String title = "%s (%s %s, %s)%s"
                .formatted(
                        adapter.name(),
                        adapter.provider(),
                        adapter.providerVersion(),
                        declared.door().text(),
                        declared.withoutPlans(variants) ? ", not planned first: PLANS is not declared" : "");
        return new KitRun(
                new ModelCache(environments, adapter),
                new Trials(judge, declared.played(variants)),
                new Verdicts(judge, proofs, stories, declared),
                declared.door(),
                new Protocol(title));
    }

    @Override
    public void close() {
        environments.close();
    }
}
