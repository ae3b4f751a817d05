package io.github.cascadecontract.plan;

import io.github.cascadecontract.removal.RemovalPlan;
import java.util.List;

/**
 * An outline with its rows counted.
 *
 * @param plan the plan
 * @param reached which of the watched entities have a row that the client would read and remove
 */
public record CountedRemoval(RemovalPlan plan, List<RemovalOutline.Known> reached) {
    /** Keeps an immutable copy. */
    public CountedRemoval {
        reached = List.copyOf(reached);
    }
}
