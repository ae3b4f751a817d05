package io.github.cascadecontract.mybatis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of the same columns of several rows of one table: the parameter of a set-wise statement. */
final class RowSet {
    private final List<SqlColumn> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    RowSet(List<SqlColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    /** The keys of entities of one table. */
    static RowSet ofKeys(EntityTable table, Collection<?> keys) {
        RowSet rows = new RowSet(table.id().sql());
        for (Object key : keys) rows.add(table.id().parts(key).toArray());
        return rows;
    }

    List<SqlColumn> columns() {
        return columns;
    }

    int size() {
        return rows.size();
    }

    /** Adds the values of one row, in the order of the columns. */
    void add(@Nullable Object... values) {
        rows.add(values);
    }

    boolean isSetWise() {
        return columns.stream().allMatch(column -> column.type().isSetWise());
    }

    /** All values of one column. */
    Object[] valuesOf(int column) {
        Object[] values = columns.get(column).type().newArray(rows.size());
        Arrays.setAll(values, i -> rows.get(i)[column]);
        return values;
    }

    @Nullable
    Object valueOf(int column) {
        return rows.get(0)[column];
    }

    /** The same rows in pieces of at most the given size. */
    List<RowSet> inPiecesOf(int size) {
        List<RowSet> pieces = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += size) {
            RowSet piece = new RowSet(columns);
            piece.rows.addAll(rows.subList(from, Math.min(rows.size(), from + size)));
            pieces.add(piece);
        }
        return pieces;
    }
}
