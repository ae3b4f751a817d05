package io.github.cascadecontract.eclipselink;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the classes of a contract, and what they use, whichever class loaders they come from. */
final class EntityClassLoader extends ClassLoader {
    private final Map<String, Class<?>> entities;
    private final Set<ClassLoader> loaders = new LinkedHashSet<>();

    EntityClassLoader(Collection<Class<?>> entities, @Nullable ClassLoader parent) {
        super(parent);
        this.entities = entities.stream().collect(Collectors.toMap(Class::getName, Function.identity()));
        for (Class<?> entity : entities) {
            ClassLoader loader = entity.getClassLoader();
            if (loader != null) loaders.add(loader);
        }
    }

    /** Id classes, enums and listeners are known to EclipseLink by name only, and must be those that the entities mean. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> entity = entities.get(name);
        if (entity != null) return entity;
        for (ClassLoader loader : loaders) {
            Class<?> found = find(name, loader);
            if (found != null) return found;
        }
        return super.loadClass(name, resolve);
    }

    private static @Nullable Class<?> find(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException notHere) {
            return null;
        }
    }
}
