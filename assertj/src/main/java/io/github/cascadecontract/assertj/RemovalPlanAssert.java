package io.github.cascadecontract.assertj;

import io.github.cascadecontract.removal.Effect;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.PlannedRows;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what a removal would do. Tables are named as the plan names them ({@link
 * io.github.cascadecontract.removal.Place#table}); a table that the plan does not reach has no rows in it. Rows that could
 * not be counted are any number: an assertion about them fails. A failure shows the whole plan.
 */
public final class RemovalPlanAssert extends AbstractAssert<RemovalPlanAssert, RemovalPlan> {

    RemovalPlanAssert(@Nullable RemovalPlan actual) {
        super(actual, RemovalPlanAssert.class);
    }

    /** The unit of work deletes exactly so many rows of the table, one by one or set-wise; link rows count. */
    public RemovalPlanAssert removesByClient(String table, long rows) {
        return counts("deleted by the client", table, rows, RowTotals::deletedByClient);
    }

    /** {@code ON DELETE CASCADE} deletes exactly so many rows of the table. */
    public RemovalPlanAssert removesByDatabase(String table, long rows) {
        return counts("deleted by the database", table, rows, RowTotals::deletedByDatabase);
    }

    /** The unit of work sets the key of exactly so many rows of the table to NULL. */
    public RemovalPlanAssert releasesByClient(String table, long rows) {
        return counts("released by the client", table, rows, RowTotals::updatedByClient);
    }

    /** {@code ON DELETE SET NULL} or {@code SET DEFAULT} changes the key of exactly so many rows of the table. */
    public RemovalPlanAssert changesByDatabase(String table, long rows) {
        return counts("changed by the database", table, rows, RowTotals::updatedByDatabase);
    }

    /** Rows of no other table are deleted or changed. A table that is named need not have such rows. */
    public RemovalPlanAssert touchesOnly(String... tables) {
        isNotNull();
        Set<String> others = touched();
        List.of(tables).forEach(others::remove);
        return require(others.isEmpty(), "only rows of %s touched, but so are rows of %s", List.of(tables), others);
    }

    /** No row of these tables is deleted or changed. Rows in the way stay, so they may be in these tables. */
    public RemovalPlanAssert doesNotTouch(String... tables) {
        isNotNull();
        Set<String> touched = touched();
        touched.retainAll(List.of(tables));
        return require(touched.isEmpty(), "no row of %s touched, but rows of %s are", List.of(tables), touched);
    }

    /** Nothing is in the way. */
    public RemovalPlanAssert isNotBlocked() {
        isNotNull();
        return require(!actual.isBlocked(), "nothing in the way, but something is");
    }

    /** Something is in the way. */
    public RemovalPlanAssert isBlocked() {
        isNotNull();
        return require(actual.isBlocked(), "something in the way, but nothing is");
    }

    /** Rows of this table are in the way; others may be too. */
    public RemovalPlanAssert isBlockedBy(String table) {
        isNotNull();
        return require(!kinds(table).isEmpty(), "rows of %s in the way, but none is", table);
    }

    /** Rows of this table are in the way for this reason; others may be too. */
    public RemovalPlanAssert isBlockedBy(String table, Obstacle.Kind kind) {
        isNotNull();
        List<Obstacle.Kind> kinds = kinds(table);
        return require(kinds.contains(kind), "rows of %s in the way by %s, but they are by %s", table, kind, kinds);
    }

    /** No lifecycle callback and no version check is left out because nobody reads the rows. */
    public RemovalPlanAssert skipsNothing() {
        isNotNull();
        Set<String> skipped =
                actual.all().flatMap(rows -> rows.skipped().stream()).collect(Collectors.toCollection(TreeSet::new));
        return require(skipped.isEmpty(), "nothing skipped, but rows go without %s", skipped);
    }

    /** Nothing limits the plan. */
    public RemovalPlanAssert hasNoNotes() {
        isNotNull();
        return require(actual.notes().isEmpty(), "no notes, but there are");
    }

    private RemovalPlanAssert counts(String done, String table, long expected, ToLongFunction<RowTotals> layer) {
        isNotNull();
        String wanted = "%,d rows of %s %s".formatted(expected, table, done);
        require(!uncounted().contains(table), "%s, but rows of this table are not counted", wanted);
        long rows = layer.applyAsLong(actual.totals(table));
        if (rows == expected) return this;
        throw failureWithActualExpected(rows, expected, "%s", message("%s, but it is %,d".formatted(wanted, rows)));
    }

    private RemovalPlanAssert require(boolean fulfilled, String expectation, Object... arguments) {
        if (fulfilled) return this;
        throw failure("%s", message(expectation.formatted(arguments)));
    }

    private String message(String expectation) {
        return "Expected %s:%n%n%s".formatted(expectation, actual);
    }

    private Set<String> touched() {
        Set<String> tables = uncounted();
        actual.totals().forEach((table, totals) -> {
            if (!totals.equals(RowTotals.NONE)) tables.add(table);
        });
        return tables;
    }

    private Set<String> uncounted() {
        return actual.all()
                .filter(planned -> planned.rows().isEmpty() && planned.effect() != Effect.BLOCKED)
                .map(PlannedRows::place)
                .map(place -> place.table())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Obstacle.Kind> kinds(String table) {
        return actual.obstacles().stream()
                .filter(obstacle -> obstacle.place().table().equals(table))
                .map(Obstacle::kind)
                .toList();
    }
}
