package io.github.cascadecontract.conformance;

import io.github.cascadecontract.conformance.compare.Judge;
import io.github.cascadecontract.conformance.compare.Trial;
import io.github.cascadecontract.conformance.compare.Trials;
import io.github.cascadecontract.conformance.report.Mode;
import io.github.cascadecontract.conformance.report.Progress;
import io.github.cascadecontract.conformance.report.Run;
import io.github.cascadecontract.conformance.run.ConnectedModel;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.run.Variant;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All scenarios on one adapter in one mode, through each of its doors: models in parallel, each connected once. */
final class Leg {
    private final LegSetting setting;
    private final Environments environments;
    private final Judge judge;
    private final Trials trials;

    Leg(LegSetting setting, Environments environments, Judge judge) {
        this.setting = setting;
        this.environments = environments;
        this.judge = judge;
        this.trials = new Trials(judge, setting.mode() == Mode.CONTRACT ? Variant.fromSystemProperties() : Set.of());
    }

    List<Run> run(List<Scenario> scenarios, Progress progress, Workers workers) {
        long started = System.nanoTime();
        List<Track> tracks = setting.probe().doors().stream()
                .map(door -> new Track(door, progress.start(setting.title(door), scenarios.size())))
                .toList();
        workers.run(tasks(scenarios, tracks));
        tracks.forEach(Track::close);
        long wall = System.nanoTime() - started;
        long spent = Math.max(1, tracks.stream().mapToLong(Track::nanos).sum());
        return tracks.stream()
                .map(track -> run(track, scenarios, (double) wall * track.nanos() / spent / 1e9))
                .toList();
    }

    private Run run(Track track, List<Scenario> scenarios, double seconds) {
        return setting.run(track.door(), seconds, track.results(scenarios));
    }

    private List<Runnable> tasks(List<Scenario> scenarios, List<Track> tracks) {
        Map<ModelSettings, List<Scenario>> models = new LinkedHashMap<>();
        for (Scenario scenario : scenarios) {
            judge.notPortable(scenario)
                    .ifPresentOrElse(
                            result -> tracks.forEach(track -> track.add(result)),
                            () -> models.computeIfAbsent(scenario.model(), model -> new ArrayList<>())
                                    .add(scenario));
        }
        List<Runnable> tasks = new ArrayList<>();
        models.forEach((model, itsScenarios) -> tasks.add(() -> runModel(model, itsScenarios, tracks)));
        return tasks;
    }

    private void runModel(ModelSettings model, List<Scenario> scenarios, List<Track> tracks) {
        try (ConnectedModel connected = setting.connect(model, environments)) {
            for (Scenario scenario : scenarios) {
                for (Track track : tracks) {
                    long started = System.nanoTime();
                    Trial trial = trials.of(scenario, connected, track.door());
                    track.add(trial.result());
                    track.addTime(System.nanoTime() - started);
                    Trace.print(trial);
                }
            }
        }
    }
}
