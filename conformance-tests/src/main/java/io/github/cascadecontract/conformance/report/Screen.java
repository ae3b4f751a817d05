package io.github.cascadecontract.conformance.report;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Where lines go that may be rewritten. */
enum Screen {
    /** A person's terminal: a line can be rewritten in place. */
    TERMINAL,
    /** A file, a pipe, a build server's log. */
    PLAIN;

    static Screen here() {
        return isTerminal(System.console()) && !"dumb".equals(System.getenv("TERM")) ? TERMINAL : PLAIN;
    }

    /** Before Java 22 there is a console only where there is a terminal; since then the console itself has to be asked. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException javaBefore22) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot ask the console whether it is a terminal", e);
        }
    }
}
