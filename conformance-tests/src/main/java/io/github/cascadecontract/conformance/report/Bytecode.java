package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What was done to the entity classes before they were loaded. */
public enum Bytecode {
    /** Nothing. */
    PLAIN,
    /** Enhanced by Hibernate. */
    ENHANCED,
    /** Woven by EclipseLink. */
    WOVEN;

    /**
     * The name used in results.json and on the page.
     *
     * @return {@code plain}, {@code enhanced} or {@code woven}
     */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
