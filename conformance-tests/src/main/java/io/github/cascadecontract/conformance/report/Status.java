package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a scenario came out. */
public enum Status {
    /** As recorded. */
    PASS,
    /** As the contract decides, where that is not what was recorded. */
    DECIDED,
    /** Neither. */
    FAIL,
    /** Different, and on the list of open questions. */
    OPEN,
    /** The adapter declares that it cannot do this. */
    UNSUPPORTED,
    /** Java has no word for it. */
    NOT_PORTABLE;

    /** Returns whether what was seen is not what should be. */
    public boolean isDifferent() {
        return this == FAIL || this == OPEN;
    }

    /**
     * The name used in results.json and on the page.
     *
     * @return the name in lower case, words joined by a hyphen
     */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
