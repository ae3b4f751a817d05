package io.github.cascadecontract.error;

import io.github.cascadecontract.rule.Rule;
import java.util.Objects;

/**
 * Why something is refused: the place in the model, the rule, the fact, and what to do about it.
 *
 * @param where entity, or entity and attribute such as {@code User.posts}
 * @param rule the rule that is broken
 * @param fact what was found, one clause without a full stop
 * @param remedy what to change, one sentence
 */
public record Refusal(String where, Rule rule, String fact, String remedy) {
    /** Checks that nothing is missing. */
    public Refusal {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(fact, "fact");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** The refusal as one line for messages and lists. */
    public String message() {
        return "%s: %s (%s). %s".formatted(where, fact, rule.id(), remedy);
    }
}
