package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * A column and the attribute that holds its value; of a reference that is a part of the id of the entity referred to.
 *
 * @param sql the column
 * @param attribute the attribute
 * @param reference what the attribute refers to, null if it is basic
 * @param insertable whether INSERT writes it
 * @param updatable whether UPDATE writes it when it changed
 */
record Column(
        SqlColumn sql, Attribute attribute, @Nullable Reference reference, boolean insertable, boolean updatable) {

    /** The value that the row would get now. Never loads. */
    @Nullable
    Object read(Object entity) {
        Object value = attribute.get(entity);
        return reference == null || value == null ? value : reference.part().get(value);
    }

    /** Sets the attribute; a primitive one keeps its value where the column is NULL. */
    void write(Object entity, @Nullable Object value) {
        if (value != null || !attribute.type().isPrimitive()) attribute.set(entity, value);
    }

    /** Whether it belongs to the key of the given relation. */
    boolean isOf(Relation relation) {
        return reference != null && reference.relation() == relation;
    }

    /**
     * A column of a key.
     *
     * @param relation the many-to-one or owning one-to-one
     * @param part the attribute of the target to which the column refers
     */
    record Reference(Relation relation, Attribute part) {}
}
