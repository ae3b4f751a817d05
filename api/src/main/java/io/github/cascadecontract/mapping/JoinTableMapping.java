package io.github.cascadecontract.mapping;

import java.util.List;

/**
 * The link table of an owning many-to-many.
 *
 * @param table the table
 * @param sourceColumns columns that refer to the owner of the relation
 * @param targetColumns columns that refer to its target
 */
public record JoinTableMapping(TableName table, List<String> sourceColumns, List<String> targetColumns) {
    /** Keeps immutable copies. */
    public JoinTableMapping {
        sourceColumns = List.copyOf(sourceColumns);
        targetColumns = List.copyOf(targetColumns);
    }
}
