package io.github.cascadecontract.hibernate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.enhance.spi.UnloadedField;
import org.hibernate.bytecode.spi.BytecodeProvider;

/**
 * Hibernate's bytecode enhancement at run time: dirty tracking and lazy attributes, no management of both sides of a relation.
 * All classes of a model are discovered before the first is enhanced.
 */
final class Enhancement {
    private final Enhancer enhancer;

    /** For classes whose field types the given loader finds as resources. */
    Enhancement(ClassLoader loader) {
        BytecodeProvider provider =
                ServiceLoader.load(BytecodeProvider.class).findFirst().orElseThrow();
        this.enhancer = provider.getEnhancer(new DefaultEnhancementContext() {
            @Override
            public ClassLoader getLoadingClassLoader() {
                return loader;
            }

            @Override
            public boolean doBiDirectionalAssociationManagement(UnloadedField field) {
                return false;
            }
        });
    }

    /** To be called for every class of the model first. */
    void discover(String className, byte[] bytes) {
        enhancer.discoverTypes(className, bytes);
    }

    /** The enhanced class; the given bytes if there is nothing to enhance. */
    byte[] enhance(String className, byte[] bytes) {
        byte[] enhanced = enhancer.enhance(className, bytes);
        return enhanced == null ? bytes : enhanced;
    }

    /** Enhances and defines classes that nothing has loaded yet, beside the class of the lookup. */
    static void define(MethodHandles.Lookup lookup, String... classNames) {
        ClassLoader loader = lookup.lookupClass().getClassLoader();
        Enhancement enhancement = new Enhancement(loader);
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (String name : classNames) classes.put(name, bytes(loader, name));
        classes.forEach(enhancement::discover);
        classes.forEach((name, bytes) -> define(lookup, enhancement.enhance(name, bytes)));
    }

    private static void define(MethodHandles.Lookup lookup, byte[] bytes) {
        try {
            lookup.defineClass(bytes);
        } catch (IllegalAccessException foreign) {
            throw new IllegalArgumentException("a class of another package", foreign);
        }
    }

    private static byte[] bytes(ClassLoader loader, String className) {
        try (InputStream stream = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
