package io.github.cascadecontract.mapping;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** One lifecycle callback. */
interface Callback {
    void call(Object entity);

    /** A method of the entity itself. */
    static Callback of(Method method) {
        return entity -> invoke(method, entity);
    }

    /** A method of a listener, which takes the entity. */
    static Callback of(ListenerInstance listener, Method method) {
        return entity -> {
            if (method.getParameterTypes()[0].isInstance(entity)) invoke(method, listener.get(), entity);
        };
    }

    static boolean overrides(Method lower, Method upper) {
        return !Modifier.isPrivate(upper.getModifiers())
                && !Modifier.isStatic(upper.getModifiers())
                && lower.getName().equals(upper.getName())
                && Arrays.equals(lower.getParameterTypes(), upper.getParameterTypes());
    }

    private static void invoke(Method method, Object target, Object... arguments) {
        try {
            method.setAccessible(true);
            method.invoke(target, arguments);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(method + " was made accessible", impossible);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof RuntimeException thrown) throw thrown;
            if (failed.getCause() instanceof Error thrown) throw thrown;
            throw new IllegalStateException(method + " failed", failed.getCause());
        }
    }
}
