package io.github.cascadecontract.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param schema its schema as stored; empty if only the search path tells, because the catalogue was not read
 * @param name its name as stored
 * @param isVisible whether the connection finds it without its schema
 * @param isReadable whether the connection may SELECT from it
 * @param columns its columns, in their order
 * @param primaryKey its primary key's columns as stored, in their order; empty if it has none
 * @param indexes its indexes
 * @param kind what it is
 */
public record CatalogTable(
        String schema,
        String name,
        boolean isVisible,
        boolean isReadable,
        List<CatalogColumn> columns,
        List<String> primaryKey,
        List<CatalogIndex> indexes,
        Kind kind) {
    /** What holds the rows. */
    public enum Kind {
        /** A table. */
        TABLE,
        /** A table of partitions; indexes and constraints are made for it as a whole. */
        PARTITIONED,
        /** A view or a foreign table: it can have no foreign key. */
        OTHER
    }

    /** Keeps immutable copies. */
    public CatalogTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        indexes = List.copyOf(indexes);
    }

    /** How a statement names it on any search path. */
    public String sql() {
        return schema.isEmpty() ? Identifier.quoted(name) : Identifier.quoted(schema) + "." + Identifier.quoted(name);
    }

    /** How texts name it: with its schema only where the connection needs it, quoted only where necessary. */
    public String readable() {
        String table = Identifier.readable(name);
        return isVisible ? table : Identifier.readable(schema) + "." + table;
    }

    /** The column of a stored name. */
    public Optional<CatalogColumn> column(String stored) {
        return columns.stream().filter(column -> column.name().equals(stored)).findFirst();
    }

    /** Whether one of the columns must not be NULL. */
    public boolean isNotNull(List<String> stored) {
        return columns.stream().anyMatch(column -> column.isNotNull() && stored.contains(column.name()));
    }
}
