package io.github.cascadecontract.conformance.random;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Chance that falls alike for equal seeds. */
final class Dice {
    private final RandomGenerator random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** True in so many of a hundred cases. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From 0 to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From the lower to the upper number, both included. */
    int between(int lower, int upper) {
        return random.nextInt(lower, upper + 1);
    }

    <T> T pick(Collection<T> values) {
        return new ArrayList<>(values).get(random.nextInt(values.size()));
    }

    @SafeVarargs
    final <T> T pick(T... values) {
        return pick(List.of(values));
    }

    /** Picks one of the faces, the likelier the greater its weight. */
    <T extends Weighted> T weighted(List<T> faces) {
        int left = random.nextInt(faces.stream().mapToInt(Weighted::weight).sum());
        for (T face : faces) {
            left -= face.weight();
            if (left < 0) {
                return face;
            }
        }
        throw new IllegalStateException("weights changed while they were read");
    }

    /** Something that is picked more or less often. */
    interface Weighted {
        int weight();
    }
}
