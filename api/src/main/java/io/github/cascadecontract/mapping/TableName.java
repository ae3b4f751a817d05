package io.github.cascadecontract.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A table as the mapping names it.
 *
 * @param schema schema, or null for the connection's own
 * @param name table name without quotes
 */
public record TableName(@Nullable String schema, String name) {
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
