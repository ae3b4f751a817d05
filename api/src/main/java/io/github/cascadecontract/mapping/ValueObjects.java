package io.github.cascadecontract.mapping;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes and changes embeddables and id objects, records among them. */
final class ValueObjects {
    private ValueObjects() {}

    /** A new instance without values. */
    static Object make(Class<?> type) {
        if (type.isRecord()) return record(type, unset(type));
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(type.getName() + " needs a constructor without arguments", failed);
        }
    }

    /**
     * Gives an object a value.
     *
     * @param target the object
     * @param attribute an attribute of its class, maybe nested
     * @return the object itself; of a record the changed copy
     */
    static Object with(Object target, Attribute attribute, @Nullable Object value) {
        if (attribute instanceof NestedAttribute nested) return withNested(target, nested, value);
        if (target.getClass().isRecord()) return copy(target, attribute.name(), value);
        attribute.set(target, value);
        return target;
    }

    private static Object withNested(Object target, NestedAttribute nested, @Nullable Object value) {
        Object present = nested.holder().get(target);
        if (present == null && value == null) return target;
        Object holder = present == null ? make(nested.holder().type()) : present;
        Object changed = with(holder, nested.inner(), value);
        return changed == present ? target : with(target, nested.holder(), changed);
    }

    private static Object copy(Object target, String component, @Nullable Object value) {
        RecordComponent[] components = target.getClass().getRecordComponents();
        @Nullable Object[] values = unset(target.getClass());
        for (int i = 0; i < components.length; i++) {
            if (!components[i].getName().equals(component)) values[i] = read(components[i], target);
            else if (value != null) values[i] = value;
        }
        return record(target.getClass(), values);
    }

    private static @Nullable Object read(RecordComponent component, Object target) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(target);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(component + " cannot be read", failed);
        }
    }

    private static @Nullable Object[] unset(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getType().isPrimitive()
                        ? Array.get(Array.newInstance(component.getType(), 1), 0)
                        : null)
                .toArray();
    }

    private static Object record(Class<?> type, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(type.getName() + " cannot be made of its components", failed);
        }
    }
}
