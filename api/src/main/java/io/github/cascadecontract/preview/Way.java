package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way to rows: what a line of the plan tells. */
final class Way {
    private final int number;
    private final @Nullable Node from;
    private final Node to;
    private final Source source;
    private final Says says;

    Way(int number, @Nullable Node from, Node to, Source source, Says says) {
        this.number = number;
        this.from = from;
        this.to = to;
        this.source = source;
        this.says = says;
    }

    /**
     * How its rows are found.
     *
     * @param path the tables from the start to these rows
     * @param given values to start from, null to start from the rows above
     * @param nulled rows that the client gives NULL over the same key, null if there are none
     * @param pending rows that are not there yet, and will be when the removal comes to them
     */
    record Source(
            Path path, @Nullable Given given, @Nullable Node nulled, long pending) {}

    /**
     * What the plan says about the rows.
     *
     * @param place where they are
     * @param actor who acts, if they are not in the way
     * @param effect what happens, if they are not in the way
     * @param rule the rule
     * @param obstacle why they are in the way, null if they are not
     * @param statements what the client sends
     * @param skipped what does not happen to them
     * @param key the foreign key, null if the client acts
     */
    record Says(
            Place place,
            Actor actor,
            Effect effect,
            Rule rule,
            Obstacle.@Nullable Kind obstacle,
            List<String> statements,
            List<String> skipped,
            @Nullable CatalogKey key) {
        Says {
            statements = List.copyOf(statements);
            skipped = List.copyOf(skipped);
        }
    }

    int number() {
        return number;
    }

    /** The rows above, null at the top. */
    @Nullable
    Node from() {
        return from;
    }

    Node to() {
        return to;
    }

    Source source() {
        return source;
    }

    Says says() {
        return says;
    }

    /** Whether the rows are found from rows of the same kind: they count with those, at whatever depth. */
    boolean isLoop() {
        return from == to && source.given() == null;
    }

    /** Whether rows of other nodes must be known first. */
    boolean follows() {
        return from != null && source.given() == null;
    }
}
