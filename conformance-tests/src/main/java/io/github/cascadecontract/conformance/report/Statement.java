package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it was sent, without the values bound to it.
 *
 * @param step the index of the scenario's step that caused it; null outside the steps
 * @param text its text
 * @param times how often it was sent in one batch; 1 where there is no batch
 * @param rows rows affected or read; null if not known
 * @param error SQLSTATE if it failed, else null
 */
public record Statement(
        @Nullable Integer step,
        String text,
        int times,
        @Nullable Long rows,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String error) {
    /** Refuses a statement without text. */
    public Statement {
        Objects.requireNonNull(text, "text");
    }

    /**
     * A single statement that worked.
     *
     * @param step the index of the step that caused it
     * @param text its text
     * @param rows rows affected or read
     */
    public Statement(Integer step, String text, long rows) {
        this(step, text, 1, rows, null);
    }
}
