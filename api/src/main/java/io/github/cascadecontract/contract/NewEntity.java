package io.github.cascadecontract.contract;

import java.lang.reflect.Constructor;

/** Makes objects of entity classes. */
public final class NewEntity {
    private NewEntity() {}

    /**
     * A new object by the constructor without arguments, which need not be public.
     *
     * @throws IllegalStateException if there is none, as Jakarta Persistence asks for, or it fails
     */
    public static Object of(EntityModel model) {
        try {
            Constructor<?> constructor = model.type().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(
                    "%s: no object can be made. Give %s a constructor without arguments that does not fail."
                            .formatted(model, model.type().getName()),
                    failed);
        }
    }
}
