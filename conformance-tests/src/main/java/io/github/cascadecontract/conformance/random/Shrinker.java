package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a scenario smaller as long as it stays interesting: fewer steps first, then rows, then settings. */
final class Shrinker {
    private static final List<Function<Scenario, List<Scenario>>> WAYS =
            List.of(StepReductions::of, SeedReductions::of, ModelReductions::of);

    private final Predicate<Scenario> interesting;
    private int attempts;

    /**
     * Makes a shrinker.
     *
     * @param interesting whether a smaller scenario still shows what the first one has shown
     * @param attempts how often that may be asked
     */
    Shrinker(Predicate<Scenario> interesting, int attempts) {
        this.interesting = interesting;
        this.attempts = attempts;
    }

    Scenario shrink(Scenario scenario) {
        Scenario smallest = scenario;
        Scenario before;
        do {
            before = smallest;
            for (Function<Scenario, List<Scenario>> way : WAYS) {
                smallest = along(way, smallest);
            }
        } while (smallest != before && attempts > 0);
        return smallest;
    }

    /** After a success the next candidate has moved to the place of the one that was taken. */
    private Scenario along(Function<Scenario, List<Scenario>> way, Scenario scenario) {
        Scenario smallest = scenario;
        List<Scenario> candidates = way.apply(smallest);
        for (int next = 0; next < candidates.size() && attempts > 0; ) {
            attempts--;
            if (interesting.test(candidates.get(next))) {
                smallest = candidates.get(next);
                candidates = way.apply(smallest);
            } else {
                next++;
            }
        }
        return smallest;
    }
}
