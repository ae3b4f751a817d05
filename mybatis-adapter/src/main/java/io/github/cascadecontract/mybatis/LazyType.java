package io.github.cascadecontract.mybatis;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * A generated subclass of an entity class whose instances load on first use: the row of a reference that was not loaded, or
 * an inverse one-to-one, of which a plain object could not tell "not loaded" from "none".
 */
final class LazyType {
    private final Constructor<?> constructor;
    private final Field state;

    /**
     * Wraps a generated class.
     *
     * @param generated has a constructor without arguments
     * @param stateField its field for the {@link ManagedEntity}
     */
    LazyType(Class<?> generated, String stateField) throws ReflectiveOperationException {
        this.constructor = generated.getDeclaredConstructor();
        this.state = generated.getDeclaredField(stateField);
        constructor.setAccessible(true);
        state.setAccessible(true);
    }

    Object newInstance() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(
                    "The constructor of " + constructor.getDeclaringClass().getSuperclass() + " failed", failed);
        }
    }

    boolean isInstance(Object entity) {
        return constructor.getDeclaringClass() == entity.getClass();
    }

    /** What the instance tells when it is used, null before {@link #bind}. */
    @Nullable
    ManagedEntity stateOf(Object instance) {
        try {
            return (ManagedEntity) state.get(instance);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(state + " was made accessible", impossible);
        }
    }

    void bind(Object instance, ManagedEntity entity) {
        try {
            state.set(instance, entity);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(state + " was made accessible", impossible);
        }
    }
}
