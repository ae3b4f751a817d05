package io.github.cascadecontract.mapping;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A persistent attribute of a class: a field or a property, as the access type of the class says. Reading and writing go
 * to the state directly; an adapter whose provider must see changes uses its own way instead.
 */
public interface Attribute {
    /** The name as Jakarta Persistence knows it, such as {@code posts}. */
    String name();

    /** The declared type. */
    Class<?> type();

    /** The declared type with its type arguments. */
    Type genericType();

    /** The field or getter that carries the annotations. */
    AnnotatedElement element();

    /**
     * Reads the attribute.
     *
     * @param entity an instance of the declaring class
     * @return the value, null if it is null
     */
    @Nullable
    Object get(Object entity);

    /**
     * Writes the attribute.
     *
     * @param entity an instance of the declaring class
     * @param value the new value, may be null
     */
    void set(Object entity, @Nullable Object value);
}
