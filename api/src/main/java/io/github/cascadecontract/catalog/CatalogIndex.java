package io.github.cascadecontract.catalog;

import java.util.List;

/**
 * An index.
 *
 * @param name its name as stored
 * @param columns the columns as stored, in their order; those before the first expression, included columns left out
 * @param isUnique whether it is unique
 * @param isUsable whether it is valid and covers all rows: a partial index, and one whose building failed, do not
 */
public record CatalogIndex(String name, List<String> columns, boolean isUnique, boolean isUsable) {
    /** Keeps an immutable copy. */
    public CatalogIndex {
        columns = List.copyOf(columns);
    }

    /** Whether rows with given values of these columns are found by it: they lead, in whatever order. */
    public boolean leadsWith(List<String> searched) {
        return isUsable
                && columns.size() >= searched.size()
                && columns.subList(0, searched.size()).containsAll(searched);
    }
}
