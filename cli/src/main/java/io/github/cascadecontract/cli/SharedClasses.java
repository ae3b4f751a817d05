package io.github.cascadecontract.cli;

import java.util.List;

/**
 * What this program and the application have in common: the annotations that both must mean the same by. Nothing else of
 * this program is seen, so that its libraries never stand in for those of the application.
 */
final class SharedClasses extends ClassLoader {
    private static final List<String> PACKAGES = List.of("jakarta.persistence.", "io.github.cascadecontract.");

    SharedClasses() {
        super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (PACKAGES.stream().noneMatch(name::startsWith)) throw new ClassNotFoundException(name);
        return SharedClasses.class.getClassLoader().loadClass(name);
    }
}
