package io.github.cascadecontract.conformance.database;

/** The one thing about shutdown hooks that the JDK makes awkward. */
final class ShutdownHooks {

    private ShutdownHooks() {}

    /** Removes a hook; while the JVM shuts down that is neither possible nor needed. */
    static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return;
        }
    }
}
