package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.EntityModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Gathers rows of one table into as few statements as the keys allow. The rows come in an order that satisfies the keys; a
 * row may go before those in front of it unless one of them is of a table that must be written first.
 *
 * @param <R> what stands for a row
 */
final class WriteOrder<R> {
    private final Function<R, EntityTable> table;
    private final Function<R, Collection<EntityModel>> first;
    private final Map<EntityModel, Integer> deepest = new HashMap<>();
    private final TreeMap<Integer, Map<EntityTable, List<R>>> levels = new TreeMap<>();

    /**
     * Makes an order.
     *
     * @param table the table of a row
     * @param first the entities whose rows in front of a row must be written before it
     */
    WriteOrder(Function<R, EntityTable> table, Function<R, Collection<EntityModel>> first) {
        this.table = table;
        this.first = first;
    }

    /** The rows of each statement, in order. */
    List<List<R>> statements(List<R> rows) {
        rows.forEach(this::place);
        List<List<R>> statements = new ArrayList<>();
        levels.values().forEach(level -> statements.addAll(level.values()));
        return statements;
    }

    private void place(R row) {
        EntityTable own = table.apply(row);
        int level = 0;
        for (EntityModel other : first.apply(row)) level = Math.max(level, after(other, own));
        deepest.merge(own.model().root(), level, Math::max);
        levels.computeIfAbsent(level, absent -> new LinkedHashMap<>())
                .computeIfAbsent(own, absent -> new ArrayList<>())
                .add(row);
    }

    /**
     * Rows of one table that refer to each other fit into one statement, for keys are checked at its end; but not where
     * entities extend each other, because each class has a statement of its own.
     */
    private int after(EntityModel other, EntityTable own) {
        Integer level = deepest.get(other.root());
        if (level == null) return 0;
        boolean isAlone = other == own.model()
                && other.root() == other
                && other.subtypes().isEmpty();
        return isAlone ? level : level + 1;
    }
}
