package io.github.cascadecontract.removal;

import org.jspecify.annotations.Nullable;

/**
 * Where rows are.
 *
 * @param table the table as the connection may write it: quoted where necessary, with its schema if that is not on the
 *     search path
 * @param entity name of the entity, null for a link table or a table that the mapping does not know
 * @param relation the relation that leads there, such as {@code User.posts} or, where only the child has an attribute,
 *     {@code Post.author}; null for the removed entity itself and for a key that the mapping does not know
 * @param constraint name of the foreign key that leads there, null if there is none or the catalogue was not read
 */
public record Place(
        String table,
        @Nullable String entity,
        @Nullable String relation,
        @Nullable String constraint) {

    /** The relation if there is one, else entity, else table: what texts put first. */
    public String name() {
        if (relation != null) return relation;
        return entity == null ? table : entity;
    }

    /** Whether the mapping knows neither the table nor a relation that leads there. */
    public boolean isUnmapped() {
        return entity == null && relation == null;
    }
}
