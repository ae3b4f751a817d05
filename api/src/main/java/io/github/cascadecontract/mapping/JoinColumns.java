package io.github.cascadecontract.mapping;

import java.util.List;

/**
 * The key columns of one relation as declared, after defaults.
 *
 * @param columns column names in the order of the parent's id columns, at least one
 * @param referencedColumns the parent's id columns
 * @param nullable whether the key may be NULL
 * @param unique whether the key is unique
 */
public record JoinColumns(List<String> columns, List<String> referencedColumns, boolean nullable, boolean unique) {
    /** Keeps immutable copies. */
    public JoinColumns {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }
}
