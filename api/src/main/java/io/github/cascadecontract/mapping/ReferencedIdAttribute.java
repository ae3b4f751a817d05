package io.github.cascadecontract.mapping;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A part of an id that is read from the entity that a relation refers to ({@code @Id @ManyToOne}).
 *
 * @param reference the relation's attribute
 * @param id the attribute of the target's id
 */
record ReferencedIdAttribute(Attribute reference, Attribute id) implements Attribute {
    @Override
    public String name() {
        return reference.name() + "." + id.name();
    }

    @Override
    public Class<?> type() {
        return id.type();
    }

    @Override
    public Type genericType() {
        return id.genericType();
    }

    @Override
    public AnnotatedElement element() {
        return reference.element();
    }

    @Override
    public @Nullable Object get(Object entity) {
        Object target = reference.get(entity);
        return target == null ? null : id.get(target);
    }

    @Override
    public void set(Object entity, @Nullable Object value) {
        throw new IllegalStateException(name() + " follows the reference; set " + reference.name() + " instead");
    }
}
