package io.github.cascadecontract.eclipselink;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the entity classes of a contract, whichever class loaders they come from. */
final class EntityClassLoader extends ClassLoader {
    private final Map<String, Class<?>> entities;

    EntityClassLoader(Class<?>[] entities, @Nullable ClassLoader parent) {
        super(parent);
        this.entities = Arrays.stream(entities).collect(Collectors.toMap(Class::getName, Function.identity()));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> entity = entities.get(name);
        return entity == null ? super.loadClass(name, resolve) : entity;
    }
}
