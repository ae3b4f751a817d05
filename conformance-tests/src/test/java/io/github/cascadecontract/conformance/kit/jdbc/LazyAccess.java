package io.github.cascadecontract.conformance.kit.jdbc;

import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.implementation.bind.annotation.SuperCall;
import net.bytebuddy.implementation.bind.annotation.This;

/** What getters and setters of the generated classes call; public for these classes alone. */
public final class LazyAccess {
    private LazyAccess() {}

    /** An entity that was found, not made by the application. */
    public interface Lazy {
        /** What is known of the entity. */
        Object getCascadeEntry();

        /** Called once. */
        void setCascadeEntry(Object entry);
    }

    /** Tells the entity's entry which attribute is used; the id is known without reading the row. */
    @RuntimeType
    public static Object intercept(@This Object entity, @Origin Method method, @SuperCall Callable<?> original)
            throws Exception {
        Entry entry = LazyTypes.entryOf(entity);
        String attribute = Introspector.decapitalize(method.getName().replaceFirst("get|set|is", ""));
        if (entry != null
                && !attribute.equals(entry.model.mapping().id().attribute().name())) {
            tell(entry, method, attribute);
        }
        return original.call();
    }

    private static void tell(Entry entry, Method method, String attribute) {
        if (method.getName().startsWith("set")) {
            entry.beforeSet(attribute);
        } else {
            entry.beforeGet(attribute);
        }
    }
}
