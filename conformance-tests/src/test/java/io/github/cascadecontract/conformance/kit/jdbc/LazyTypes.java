package io.github.cascadecontract.conformance.kit.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.isVirtual;
import static net.bytebuddy.matcher.ElementMatchers.nameMatches;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import java.util.IdentityHashMap;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.implementation.FieldAccessor;
import net.bytebuddy.implementation.MethodDelegation;

/** Subclasses of the entity classes, whose getters and setters tell the entity's entry before they do what they always did. */
final class LazyTypes {
    private final Map<EntityModel, Class<?>> types = new IdentityHashMap<>();

    LazyTypes(CascadeContract contract) {
        contract.entities().forEach(model -> types.put(model, subclass(model.type())));
    }

    Object create(EntityModel model) {
        try {
            return types.get(model).getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(model + " needs a public constructor without arguments", failure);
        }
    }

    static void bind(Entry entry) {
        ((LazyAccess.Lazy) entry.entity).setCascadeEntry(entry);
    }

    /** What is known of an entity that was found, also if it is no longer managed; null of any other object. */
    static Entry entryOf(Object object) {
        return object instanceof LazyAccess.Lazy lazy ? (Entry) lazy.getCascadeEntry() : null;
    }

    private static Class<?> subclass(Class<?> type) {
        return new ByteBuddy()
                .subclass(type)
                .method(isVirtual().and(nameMatches("(get|set|is)[A-Z].*")))
                .intercept(MethodDelegation.to(LazyAccess.class))
                .defineField("cascadeEntry", Object.class, Visibility.PRIVATE)
                .implement(LazyAccess.Lazy.class)
                .intercept(FieldAccessor.ofBeanProperty())
                .make()
                .load(type.getClassLoader())
                .getLoaded();
    }
}
