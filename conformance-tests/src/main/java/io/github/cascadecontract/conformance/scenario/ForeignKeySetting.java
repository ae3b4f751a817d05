package io.github.cascadecontract.conformance.scenario;

import io.github.cascadecontract.annotation.ReferentialAction;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key of a scenario.
 *
 * @param table the table that holds it
 * @param column its column
 * @param to the table that it refers to
 * @param constraints what else holds for the column
 * @param onDelete what the database does when the referred row goes
 * @param onUpdate words of SQL for a changed key, or null
 */
public record ForeignKeySetting(
        String table,
        String column,
        String to,
        Constraints constraints,
        ReferentialAction onDelete,
        @Nullable String onUpdate) {
    /**
     * Constraints of the column.
     *
     * @param nullable whether it may be NULL
     * @param unique whether a value may occur once only
     * @param primaryKey whether it is part of the primary key (link tables)
     * @param deferred whether the key is checked at commit
     * @param byDefault the column's default, or null
     */
    public record Constraints(
            boolean nullable,
            boolean unique,
            boolean primaryKey,
            boolean deferred,
            @Nullable Long byDefault) {}

    /** Returns table and column, such as {@code posts.user_id}. */
    public String name() {
        return table + "." + column;
    }
}
