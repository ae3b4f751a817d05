package io.github.cascadecontract.mapping;

import java.util.List;

/**
 * The key columns of one relation as declared, after defaults.
 *
 * @param columns column names, at least one
 * @param nullable whether the key may be NULL
 * @param unique whether the key is unique
 */
public record JoinColumns(List<String> columns, boolean nullable, boolean unique) {
    /** Keeps an immutable copy. */
    public JoinColumns {
        columns = List.copyOf(columns);
    }
}
