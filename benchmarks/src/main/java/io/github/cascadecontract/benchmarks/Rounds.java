package io.github.cascadecontract.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Interleaved rounds: every contestant once per round, so that a busy machine is unfair to all alike. */
final class Rounds {
    private final int warmUps;
    private final int rounds;

    Rounds(int warmUps, int rounds) {
        this.warmUps = warmUps;
        this.rounds = rounds;
    }

    /** Measures all contestants and prints medians, and the median of the ratios to the first one of the same round. */
    void measure(String title, List<Contestant> contestants) throws Exception {
        List<List<Long>> times = new ArrayList<>();
        contestants.forEach(contestant -> times.add(new ArrayList<>()));
        for (int round = 0; round < warmUps + rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                long nanos = contestants.get(i).operation().nanos();
                if (round >= warmUps) times.get(i).add(nanos);
            }
        }
        System.out.printf("%n%s (%d interleaved rounds)%n", title, rounds);
        for (int i = 0; i < contestants.size(); i++) print(contestants.get(i), times.get(i), times.get(0));
    }

    private static void print(Contestant contestant, List<Long> times, List<Long> base) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) ratios.add((double) times.get(i) / base.get(i));
        System.out.printf("  %-28s %9.2f ms   x %.2f%n", contestant.name(), median(times) / 1e6, medianRatio(ratios));
    }

    private static double median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static double medianRatio(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
