package io.github.cascadecontract.report;

import org.jspecify.annotations.Nullable;

/**
 * How many rows of one table statements of the unit of work have affected, as the database told.
 *
 * @param table the table as PostgreSQL stores its name, in quotes where it is not plain, with its schema if the mapping gives
 *     one
 * @param entity name of the entity, null for link rows, rows of an element collection, and the sum over a table. An entity
 *     joined of several tables stands once for each of them; rows that are deleted without being read stand under the entity
 *     that their relation names
 * @param inserted rows inserted
 * @param updated rows updated, those among them that had the new values before
 * @param deleted rows deleted; a row that was gone already is not among them
 */
public record ClientRows(String table, @Nullable String entity, long inserted, long updated, long deleted) {
    static ClientRows none(String table) {
        return new ClientRows(table, null, 0, 0, 0);
    }

    String name() {
        return entity == null ? table : entity + " (" + table + ")";
    }

    /** The sum of both. */
    public ClientRows plus(ClientRows other) {
        return new ClientRows(
                table, entity, inserted + other.inserted, updated + other.updated, deleted + other.deleted);
    }
}
