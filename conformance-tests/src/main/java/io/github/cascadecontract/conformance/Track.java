package io.github.cascadecontract.conformance;

import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.report.Progress;
import io.github.cascadecontract.conformance.report.Result;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The results of one run as they come in, from several threads. */
final class Track implements AutoCloseable {
    private final Door door;
    private final Progress.Line line;
    private final Map<String, Result> results = new ConcurrentHashMap<>();
    private final AtomicLong nanos = new AtomicLong();

    Track(Door door, Progress.Line line) {
        this.door = door;
        this.line = line;
    }

    Door door() {
        return door;
    }

    void add(Result result) {
        results.put(result.scenario(), result);
        line.scenarioDone();
    }

    void addTime(long more) {
        nanos.addAndGet(more);
    }

    /** Time that threads have spent on it; they overlap. */
    long nanos() {
        return nanos.get();
    }

    List<Result> results(List<Scenario> scenarios) {
        return scenarios.stream()
                .map(scenario -> Objects.requireNonNull(results.get(scenario.id()), scenario.id()))
                .toList();
    }

    @Override
    public void close() {
        line.close();
    }
}
