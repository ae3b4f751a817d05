package io.github.cascadecontract.plan;

import java.util.List;

/**
 * What one flush does beyond writing changed columns: steps before and during the provider's flush, and steps after it.
 *
 * @param steps in order: references, persists, early steps first where {@link Timing} says so
 * @param afterwards steps after all statements were sent
 */
public record FlushPlan(List<Step> steps, List<Step> afterwards) {
    /** Keeps immutable copies. */
    public FlushPlan {
        steps = List.copyOf(steps);
        afterwards = List.copyOf(afterwards);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty() && afterwards.isEmpty();
    }
}
