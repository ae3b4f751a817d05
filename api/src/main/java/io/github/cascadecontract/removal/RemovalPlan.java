package io.github.cascadecontract.removal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the removal of an entity would do if it were flushed now: which rows, who acts, what stands in the way. Made from the
 * walk that a removal takes, without reading a row and without changing anything. It is a look at one moment: rows that
 * others write afterwards are not in it.
 *
 * @param entity name of the entity
 * @param id its id as text
 * @param roots the entity's own row first; then what else the same flush would remove
 * @param notes what limits the plan, such as a table that could not be counted; usually empty
 */
public record RemovalPlan(String entity, String id, List<PlannedRows> roots, List<String> notes) {
    /** Keeps immutable copies. */
    public RemovalPlan {
        roots = List.copyOf(roots);
        notes = List.copyOf(notes);
    }

    /** All rows that are reached, parents first. */
    public Stream<PlannedRows> all() {
        return roots.stream().flatMap(PlannedRows::all);
    }

    /** What is in the way, in the order of the tree. */
    public List<Obstacle> obstacles() {
        return all().map(PlannedRows::obstacle).filter(Objects::nonNull).toList();
    }

    /** Whether the removal would fail, with nothing written. */
    public boolean isBlocked() {
        return all().anyMatch(planned -> planned.obstacle() != null);
    }

    /** Rows touched, by the table's name as {@link Place#table} tells it, in the order of the tree. */
    public Map<String, RowTotals> totals() {
        Map<String, RowTotals> totals = new LinkedHashMap<>();
        all().forEach(planned -> totals.merge(planned.place().table(), RowTotals.of(planned), RowTotals::plus));
        return Collections.unmodifiableMap(totals);
    }

    /** Rows touched in one table; nothing if the plan does not reach it. */
    public RowTotals totals(String table) {
        return totals().getOrDefault(table, RowTotals.NONE);
    }

    /** The plan as a tree of lines, for logs and consoles. */
    @Override
    public String toString() {
        return new PlanText(this).toString();
    }
}
