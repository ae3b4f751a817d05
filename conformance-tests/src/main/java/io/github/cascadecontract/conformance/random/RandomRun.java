package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.random.Panel.Testimony;
import io.github.cascadecontract.conformance.run.Environments;
import io.github.cascadecontract.conformance.run.PairWriting;
import io.github.cascadecontract.conformance.scenario.ModelSettings;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs random sequences on all participants and gathers those on which they do not agree. */
public final class RandomRun {
    private static final int ATTEMPTS = 600;
    private static final int THREADS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private final List<Participant> participants;
    private final Environments environments;
    private final int shrunkOfEach;
    private final Set<Long> known;
    private final Consumer<Finding> told;
    private final Map<String, List<Long>> numbers = new ConcurrentHashMap<>();

    /**
     * Makes a run.
     *
     * @param participants those who must agree; each is compared with the first
     * @param environments where they run
     * @param shrunkOfEach how many of the sequences that differ in the same way are made smaller and told
     * @param known numbers of sequences whose difference is known: they are counted and not told
     * @param told is told each finding as soon as it is there, by several threads
     */
    public RandomRun(
            List<Participant> participants,
            Environments environments,
            int shrunkOfEach,
            Set<Long> known,
            Consumer<Finding> told) {
        this.participants = List.copyOf(participants);
        this.environments = environments;
        this.shrunkOfEach = shrunkOfEach;
        this.known = Set.copyOf(known);
        this.told = told;
    }

    /**
     * Runs sequences.
     *
     * @param first number of the first one
     * @param count how many
     * @return for each way of differing, the numbers of the sequences that differ in it; empty if all agree
     */
    public Map<String, List<Long>> run(long first, long count) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            long next = first;
            while (next < first + count) {
                long begin = next;
                long end = Math.min(first + count, (next / RandomScenarios.PER_MODEL + 1) * RandomScenarios.PER_MODEL);
                running.add(threads.submit(() -> model(begin, end)));
                next = end;
            }
            await(running);
        } finally {
            threads.shutdownNow();
        }
        Map<String, List<Long>> inOrder = new TreeMap<>();
        numbers.forEach((signature, found) ->
                inOrder.put(signature, found.stream().sorted().toList()));
        return inOrder;
    }

    private static void await(List<Future<?>> running) {
        try {
            for (Future<?> task : running) {
                task.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The run itself has failed: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was interrupted", interrupted);
        }
    }

    private void model(long begin, long end) {
        ModelSettings model = RandomScenarios.model(begin);
        List<Finding> found = new ArrayList<>();
        try (Panel panel = Panel.of(participants, environments, model)) {
            for (long number = begin; number < end; number++) {
                Scenario scenario = RandomScenarios.scenario(number, model);
                PairWriting writing = RandomScenarios.writing(number);
                List<Testimony> testimonies = panel.run(scenario, writing);
                List<Deviation> deviations = Agreement.deviations(scenario, testimonies);
                if (!deviations.isEmpty()) {
                    found.add(new Finding(number, scenario, writing, testimonies, deviations));
                }
            }
        }
        found.stream().sorted(Comparator.comparing(Finding::number)).forEach(this::tell);
    }

    private void tell(Finding finding) {
        List<Long> alike = numbers.computeIfAbsent(finding.signature(), absent -> new CopyOnWriteArrayList<>());
        alike.add(finding.number());
        boolean isNew = !known.contains(finding.number());
        if (isNew && alike.stream().filter(number -> !known.contains(number)).count() <= shrunkOfEach) {
            told.accept(shrunk(finding));
        }
    }

    private Finding shrunk(Finding finding) {
        try (Reproduction reproduction = new Reproduction(participants, environments, finding)) {
            return reproduction.of(new Shrinker(reproduction::shows, ATTEMPTS).shrink(finding.scenario()));
        }
    }
}
