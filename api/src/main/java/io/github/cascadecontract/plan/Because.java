package io.github.cascadecontract.plan;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Why a step is taken.
 *
 * @param rule the rule that decided it
 * @param relation the relation over which it was decided, null if the caller asked for it directly
 * @param origin the entity that caused it, such as the removed parent; null if the caller asked for it directly
 */
public record Because(
        Rule rule, @Nullable Relation relation, @Nullable Object origin) {
    /** The reason of a step that the caller asked for directly. */
    public static Because asked(Rule rule) {
        return new Because(rule, null, null);
    }

    @Override
    public String toString() {
        return relation == null ? rule.id() : rule.id() + " over " + relation;
    }
}
