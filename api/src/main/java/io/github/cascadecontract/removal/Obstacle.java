package io.github.cascadecontract.removal;

import io.github.cascadecontract.rule.Rule;
import java.util.List;

/**
 * Rows that prevent the removal.
 *
 * @param kind why
 * @param place where the rows are
 * @param rows how many rows are in the way, at least one
 * @param firstIds ids of the first of them, at most ten, in order; of composite ids the values in parentheses; empty if the
 *     table has no primary key
 * @param rule the rule under which the removal would fail
 * @param sentence what is in the way, without entity values
 * @param remedy what to do about it, one sentence
 */
public record Obstacle(
        Kind kind, Place place, long rows, List<String> firstIds, Rule rule, String sentence, String remedy) {
    /** Keeps an immutable copy. */
    public Obstacle {
        firstIds = List.copyOf(firstIds);
    }

    /** Why rows prevent a removal. */
    public enum Kind {
        /** The key says RESTRICT. */
        RESTRICT,
        /** The key says NO ACTION, and the rows stay. */
        NO_ACTION,
        /** The key would become NULL and must not. */
        NOT_NULL,
        /** The rows are marked {@code @Protected} (rule PRO-1). */
        PROTECTED
    }

    @Override
    public String toString() {
        return "%s: %s (%s). %s".formatted(place.name(), sentence, rule.id(), remedy);
    }
}
