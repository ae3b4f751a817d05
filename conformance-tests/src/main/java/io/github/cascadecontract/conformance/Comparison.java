package io.github.cascadecontract.conformance;

import io.github.cascadecontract.conformance.compare.Judge;
import io.github.cascadecontract.conformance.report.ComparisonReport;
import io.github.cascadecontract.conformance.report.ConsoleTable;
import io.github.cascadecontract.conformance.report.Mode;
import io.github.cascadecontract.conformance.report.Progress;
import io.github.cascadecontract.conformance.report.ReportWriter;
import io.github.cascadecontract.conformance.report.Run;
import io.github.cascadecontract.conformance.report.Status;
import io.github.cascadecontract.conformance.report.Stories;
import io.github.cascadecontract.conformance.report.Suite;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.scenario.OpenQuestions;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.conformance.scenario.Scenarios;
import io.github.cascadecontract.conformance.scenario.Selection;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the scenarios on every adapter of the class path, under the contract and natively, prints a table and writes
 * {@code results.json} and {@code index.html}. System properties say what and where: {@code cascade.database},
 * {@code cascade.scenarios}, {@code cascade.only}, {@code cascade.adapters}, {@code cascade.bytecode},
 * {@code cascade.variants}, {@code cascade.report}.
 */
public final class Comparison {
    private static final String REPORT = "cascade.report";

    private final Scenarios scenarios = Scenarios.load();
    private final List<Scenario> selected = Selection.fromSystemProperties().of(scenarios);
    private final List<PersistenceAdapter> adapters =
            AdapterSelection.fromSystemProperties().adapters();
    private final PrintStream out;

    private Comparison(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the comparison.
     *
     * @param arguments none
     * @throws ContractFailedException if a scenario fails under the contract; native failures are what the comparison shows
     */
    public static void main(String[] arguments) throws IOException {
        new Comparison(System.out).run();
    }

    private void run() throws IOException {
        Instant started = Instant.now();
        try (Environments environments = Environments.open();
                Workers workers = new Workers()) {
            Suite suite = new Suite(scenarios.origin(), started, versions(environments));
            finish(new ComparisonReport(suite, runs(environments, workers)));
        }
    }

    private List<Run> runs(Environments environments, Workers workers) {
        Progress progress = Progress.on(out);
        List<Run> runs = new ArrayList<>();
        for (PersistenceAdapter adapter : adapters) {
            for (LegSetting setting : LegSetting.of(adapter, environments)) {
                runs.addAll(new Leg(setting, environments, judge(setting)).run(selected, progress, workers));
            }
        }
        return runs;
    }

    private Judge judge(LegSetting setting) {
        return new Judge(scenarios, setting.mode() == Mode.CONTRACT ? OpenQuestions.load() : OpenQuestions.none());
    }

    private Map<String, String> versions(Environments environments) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("java", Runtime.version().toString());
        versions.put("database", environments.description());
        adapters.forEach(adapter -> versions.put(adapter.provider(), adapter.providerVersion()));
        return versions;
    }

    private void finish(ComparisonReport report) throws IOException {
        Path directory = Path.of(System.getProperty(REPORT, "target/comparison"));
        ReportWriter.write(report, Stories.of(scenarios.document(), scenarios.decidedDocument()), directory);
        out.println();
        ConsoleTable.print(report, out);
        out.println();
        out.println("Report: " + directory.resolve("index.html").toAbsolutePath());
        long failed = report.runs().stream()
                .filter(run -> run.mode() == Mode.CONTRACT)
                .mapToLong(run -> run.count(Status.FAIL))
                .sum();
        if (failed > 0) {
            throw new ContractFailedException(
                    failed + " result(s) differ from the contract; see the list above and the report.");
        }
    }
}
