package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who decides what happens to the children. */
public enum Mode {
    /** The contract's engine. */
    CONTRACT,
    /** The provider by itself, with the contract translated into its own settings. */
    NATIVE;

    /**
     * The name used in results.json and on the page.
     *
     * @return {@code contract} or {@code native}
     */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
