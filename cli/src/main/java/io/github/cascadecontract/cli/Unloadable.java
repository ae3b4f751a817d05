package io.github.cascadecontract.cli;

/** Says in words why the JVM does not take a class. */
final class Unloadable {
    private Unloadable() {}

    static InputException because(Throwable failure) {
        if (failure instanceof UnsupportedClassVersionError)
            return new InputException("%s. Run this program with the newer Java.".formatted(failure.getMessage()));
        if (failure instanceof NoClassDefFoundError error) return missing(String.valueOf(error.getMessage()));
        if (failure instanceof TypeNotPresentException error) return missing(error.typeName());
        return new InputException("A class cannot be loaded: %s.".formatted(failure));
    }

    private static InputException missing(String type) {
        return new InputException(
                "Class %s is missing, which an entity class needs. Add its folder or jar with --classpath."
                        .formatted(type.replace('/', '.')));
    }
}
