package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import io.github.cascadecontract.mapping.IdMapping;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column and the attribute that holds its value; of a reference that is the id of the entity referred to.
 *
 * @param sql the column
 * @param attribute the attribute
 * @param reference the many-to-one or owning one-to-one of the attribute, null if it is basic
 * @param insertable whether INSERT writes it
 * @param updatable whether UPDATE writes it when it changed
 */
record Column(SqlColumn sql, Attribute attribute, @Nullable Relation reference, boolean insertable, boolean updatable) {

    /** The value that the row would get now. Never loads. */
    @Nullable
    Object read(Object entity) {
        Object value = attribute.get(entity);
        return reference == null || value == null ? value : idOf(value, reference);
    }

    /** Sets the attribute; a primitive one keeps its value where the column is NULL. */
    void write(Object entity, @Nullable Object value) {
        if (value != null || !attribute.type().isPrimitive()) attribute.set(entity, value);
    }

    private static @Nullable Object idOf(Object target, Relation reference) {
        IdMapping id = reference.target().mapping().id();
        return Objects.requireNonNull(id, "checked when the factory was built")
                .attribute()
                .get(target);
    }
}
