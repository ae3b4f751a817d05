package io.github.cascadecontract.removal;

import io.github.cascadecontract.rule.Rule;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that the removal reaches in one way: over one relation or key, by one actor, with one effect. A row that several
 * ways reach is counted once, where it is reached first. Rows that refer to rows of the same kind (a tree) are counted
 * together, at all depths.
 *
 * @param place where they are
 * @param actor who handles them
 * @param effect what happens to them
 * @param rows exact number at the time of the plan; empty if they could not be counted, {@link RemovalPlan#notes} says why
 * @param rule the rule that decides it
 * @param statements SQL that the removal sends for them, with {@code ?} for values; empty where the database or nobody acts
 * @param skipped what does not happen for these rows because nobody reads them: lifecycle callbacks, version checks
 * @param obstacle why they are in the way, null if they are not
 * @param below what their removal reaches in turn
 */
public record PlannedRows(
        Place place,
        Actor actor,
        Effect effect,
        OptionalLong rows,
        Rule rule,
        List<String> statements,
        List<String> skipped,
        @Nullable Obstacle obstacle,
        List<PlannedRows> below) {
    /** Keeps immutable copies. */
    public PlannedRows {
        statements = List.copyOf(statements);
        skipped = List.copyOf(skipped);
        below = List.copyOf(below);
    }

    /** These rows and all below, parents first. */
    public Stream<PlannedRows> all() {
        return Stream.concat(Stream.of(this), below.stream().flatMap(PlannedRows::all));
    }
}
