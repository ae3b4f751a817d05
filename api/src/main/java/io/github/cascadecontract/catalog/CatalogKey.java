package io.github.cascadecontract.catalog;

import io.github.cascadecontract.annotation.ReferentialAction;
import java.util.List;

/**
 * A foreign key. Of a partitioned table the key of the table itself, not those of its partitions.
 *
 * @param name the constraint's name as stored; empty if the catalogue was not read
 * @param table the table that holds it
 * @param columns its columns as stored
 * @param parent the table that it refers to
 * @param parentColumns the columns that it refers to, as stored, in the order of {@code columns}
 * @param onDelete its action
 * @param changedColumns the columns that SET NULL or SET DEFAULT changes: all, or those that the key names
 * @param isDeferrable whether it may be checked at commit
 * @param isValidated whether present rows were checked
 * @param clauses the rest of its definition
 */
public record CatalogKey(
        String name,
        CatalogTable table,
        List<String> columns,
        CatalogTable parent,
        List<String> parentColumns,
        ReferentialAction onDelete,
        List<String> changedColumns,
        boolean isDeferrable,
        boolean isValidated,
        Clauses clauses) {
    /**
     * What a statement that makes the key anew has to say besides, as SQL; empty where it is the default.
     *
     * @param match how keys of several columns match
     * @param rest what happens on UPDATE, and when the key is checked
     */
    public record Clauses(String match, String rest) {}

    /** Keeps immutable copies. */
    public CatalogKey {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
        changedColumns = List.copyOf(changedColumns);
    }
}
