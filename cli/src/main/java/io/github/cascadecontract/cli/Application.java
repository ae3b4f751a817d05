package io.github.cascadecontract.cli;

import io.github.cascadecontract.contract.CascadeContract;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.List;

/** The entity classes of a compiled application, in a class loader of their own. No code of theirs is run. */
final class Application implements AutoCloseable {
    private final URLClassLoader loader;
    private final List<String> entities;

    /**
     * Opens an application.
     *
     * @param classPath all that the entity classes need
     * @param entities their names
     */
    Application(ClassPath classPath, List<String> entities) {
        this.loader = new URLClassLoader("application", classPath.urls(), new SharedClasses());
        this.entities = entities;
    }

    CascadeContract contract() {
        try {
            return CascadeContract.of(entities.stream().map(this::load).toArray(Class<?>[]::new));
        } catch (LinkageError | TypeNotPresentException unusable) {
            throw Unloadable.because(unusable);
        }
    }

    /** Which of these annotations the class loader does not have: the JVM leaves them out without a word. */
    List<String> missing(List<String> annotations) {
        return annotations.stream().filter(name -> !isPresent(name)).toList();
    }

    private boolean isPresent(String name) {
        return loader.getResource(name.replace('.', '/') + ".class") != null;
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException missing) {
            throw new InputException(
                    "Class %s is not found. Name its folder or jar with --classes; a jar of jars is to be unpacked first."
                            .formatted(name));
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
