package io.github.cascadecontract.conformance;

import io.github.cascadecontract.conformance.compare.Judge;
import io.github.cascadecontract.conformance.report.Mode;
import io.github.cascadecontract.conformance.report.Progress;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.report.Run;
import io.github.cascadecontract.conformance.run.AdapterProbe;
import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.ConnectedModel;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.spi.PersistenceAdapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All scenarios on one adapter in one mode, through each of its doors: models in parallel, each connected once. */
final class Leg {
    private final PersistenceAdapter adapter;
    private final Mode mode;
    private final Environments environments;
    private final Judge judge;

    Leg(PersistenceAdapter adapter, Mode mode, Environments environments, Judge judge) {
        this.adapter = adapter;
        this.mode = mode;
        this.environments = environments;
        this.judge = judge;
    }

    List<Run> run(List<Scenario> scenarios, Progress progress, Workers workers) {
        long started = System.nanoTime();
        AdapterProbe probe = environments.probe(adapter, spiMode());
        List<Track> tracks = probe.doors().stream()
                .map(door -> new Track(
                        door,
                        progress.start(
                                "%s %s %s".formatted(adapter.name(), mode.text(), door.text()), scenarios.size())))
                .toList();
        workers.run(tasks(scenarios, tracks, probe));
        tracks.forEach(Track::close);
        long wall = System.nanoTime() - started;
        long spent = Math.max(1, tracks.stream().mapToLong(Track::nanos).sum());
        return tracks.stream()
                .map(track -> run(track, scenarios, (double) wall * track.nanos() / spent / 1e9))
                .toList();
    }

    private Run run(Track track, List<Scenario> scenarios, double seconds) {
        List<Result> results = track.results(scenarios);
        return new Run(
                adapter.name(), adapter.provider(), adapter.providerVersion(), mode, track.door(), seconds, results);
    }

    private List<Runnable> tasks(List<Scenario> scenarios, List<Track> tracks, AdapterProbe probe) {
        Map<ModelSettings, List<Scenario>> models = new LinkedHashMap<>();
        for (Scenario scenario : scenarios) {
            judge.notPortable(scenario)
                    .ifPresentOrElse(
                            result -> tracks.forEach(track -> track.add(result)),
                            () -> models.computeIfAbsent(scenario.model(), model -> new ArrayList<>())
                                    .add(scenario));
        }
        List<Runnable> tasks = new ArrayList<>();
        models.forEach((model, itsScenarios) -> tasks.add(() -> runModel(model, itsScenarios, tracks, probe)));
        return tasks;
    }

    private void runModel(ModelSettings model, List<Scenario> scenarios, List<Track> tracks, AdapterProbe probe) {
        try (ConnectedModel connected =
                ConnectedModel.open(environments.of(model), adapter, spiMode(), probe.references())) {
            for (Scenario scenario : scenarios) {
                for (Track track : tracks) {
                    long started = System.nanoTime();
                    Attempt attempt = connected.run(scenario, track.door(), judge.writing(scenario));
                    Result result = judge.judge(scenario, attempt);
                    track.add(result);
                    track.addTime(System.nanoTime() - started);
                    Trace.print(result, attempt);
                }
            }
        }
    }

    private io.github.cascadecontract.spi.Mode spiMode() {
        return io.github.cascadecontract.spi.Mode.valueOf(mode.name());
    }
}
