package io.github.cascadecontract.conformance.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What should be seen of a scenario. A null map is not compared.
 *
 * @param outcome {@code committed}, {@code rolled_back}, {@code not_committed} or the kind of error
 * @param failedAtStep index of the step that raised the error, or {@code mapping}; null if none did
 * @param finalRows all rows by table
 * @param client rows affected by the client's statements, by table
 * @param removedByDatabase rows that the database removed, by table
 * @param loading which tables the unit of work reads entities of on its own account
 * @param looks what looking steps see
 */
public record Expectation(
        String outcome,
        @Nullable String failedAtStep,
        @Nullable Map<String, List<Map<String, @Nullable Object>>> finalRows,
        @Nullable Map<String, ClientRows> client,
        @Nullable Map<String, Integer> removedByDatabase,
        @Nullable Loading loading,
        Map<String, @Nullable Object> looks) {
    /** The marker of a value that is not compared. */
    public static final Map<String, Boolean> ANY = Map.of("any", true);

    /** The outcome of a transaction that was committed. */
    public static final String COMMITTED = "committed";

    /**
     * Rows affected in one table; null is not compared.
     *
     * @param insert rows inserted
     * @param update rows updated, each time counted
     * @param delete rows deleted
     */
    public record ClientRows(
            @Nullable Integer insert,
            @Nullable Integer update,
            @Nullable Integer delete) {}

    /**
     * Tables whose entities are read on the unit of work's own account.
     *
     * @param must tables that are read
     * @param may tables that may be read or not; all others are not
     */
    public record Loading(Set<String> must, Set<String> may) {
        /** Keeps immutable copies. */
        public Loading {
            must = Set.copyOf(must);
            may = Set.copyOf(may);
        }
    }

    /** Returns the same with other loading. */
    public Expectation loading(Loading other) {
        return new Expectation(outcome, failedAtStep, finalRows, client, removedByDatabase, other, looks);
    }

    /** Returns the same with another failing step. */
    public Expectation failingAt(@Nullable String step) {
        return new Expectation(outcome, step, finalRows, client, removedByDatabase, loading, looks);
    }
}
