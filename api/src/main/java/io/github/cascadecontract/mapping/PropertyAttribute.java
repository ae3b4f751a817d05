package io.github.cascadecontract.mapping;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Property access through a getter and a setter. */
record PropertyAttribute(String name, Method getter, Method setter) implements Attribute {
    PropertyAttribute {
        getter.setAccessible(true);
        setter.setAccessible(true);
    }

    @Override
    public Class<?> type() {
        return getter.getReturnType();
    }

    @Override
    public Type genericType() {
        return getter.getGenericReturnType();
    }

    @Override
    public AnnotatedElement element() {
        return getter;
    }

    @Override
    public @Nullable Object get(Object entity) {
        return call(getter, entity);
    }

    @Override
    public void set(Object entity, @Nullable Object value) {
        call(setter, entity, value);
    }

    private static @Nullable Object call(Method method, Object entity, @Nullable Object... arguments) {
        try {
            return method.invoke(entity, arguments);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(method + " was made accessible", impossible);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(method + " failed", failed.getCause());
        }
    }
}
