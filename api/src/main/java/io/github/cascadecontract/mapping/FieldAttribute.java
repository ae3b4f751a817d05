package io.github.cascadecontract.mapping;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Field access. */
record FieldAttribute(Field field) implements Attribute {
    FieldAttribute {
        field.setAccessible(true);
    }

    @Override
    public String name() {
        return field.getName();
    }

    @Override
    public Class<?> type() {
        return field.getType();
    }

    @Override
    public Type genericType() {
        return field.getGenericType();
    }

    @Override
    public AnnotatedElement element() {
        return field;
    }

    @Override
    public @Nullable Object get(Object entity) {
        try {
            return field.get(entity);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(field + " was made accessible", impossible);
        }
    }

    @Override
    public void set(Object entity, @Nullable Object value) {
        try {
            field.set(entity, value);
        } catch (IllegalAccessException refused) {
            throw new IllegalStateException(
                    field + " cannot be written; a persistent field must not be final", refused);
        }
    }
}
