package io.github.cascadecontract.mapping;

import org.jspecify.annotations.Nullable;

/** A listener, made when it is first needed: a provider may make its own, by other means. */
final class ListenerInstance {
    private final Class<?> type;
    private @Nullable Object instance;

    ListenerInstance(Class<?> type) {
        this.type = type;
    }

    synchronized Object get() {
        Object present = instance;
        if (present == null) instance = present = ValueObjects.make(type);
        return present;
    }
}
