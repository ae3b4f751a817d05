package io.github.cascadecontract.mapping;

import java.util.List;

/**
 * A table that holds a part of an entity's row.
 *
 * @param table the table
 * @param idColumns the columns that hold the id there, in the order of {@link EntityId#columns()}
 */
public record TableMapping(TableName table, List<String> idColumns) {
    /** Keeps an immutable copy. */
    public TableMapping {
        idColumns = List.copyOf(idColumns);
    }
}
