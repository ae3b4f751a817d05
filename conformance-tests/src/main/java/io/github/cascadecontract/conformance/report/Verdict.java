package io.github.cascadecontract.conformance.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a cell of the page says: a status, and for a failure what became of the rows. Told by symbol as well as colour. */
enum Verdict {
    PASS("✓", "pass"),
    DECIDED("◆", "decided"),
    LOST("✗ −", "rows lost"),
    KEPT("✗ +", "rows kept"),
    CHANGED("✗ ≠", "rows changed"),
    OTHER("✗", "fail, same rows"),
    OPEN("?", "open"),
    UNSUPPORTED("—", "unsupported"),
    NOT_PORTABLE("∅", "not portable"),
    NOT_RUN("·", "not run");

    private final String symbol;
    private final String words;

    Verdict(String symbol, String words) {
        this.symbol = symbol;
        this.words = words;
    }

    static Verdict of(Status status, RowDifference rows) {
        return switch (status) {
            case PASS -> PASS;
            case DECIDED -> DECIDED;
            case FAIL -> failure(rows);
            case OPEN -> OPEN;
            case UNSUPPORTED -> UNSUPPORTED;
            case NOT_PORTABLE -> NOT_PORTABLE;
        };
    }

    private static Verdict failure(RowDifference rows) {
        if (!rows.lost().isEmpty()) {
            return LOST;
        }
        if (!rows.kept().isEmpty()) {
            return KEPT;
        }
        return rows.changed().isEmpty() ? OTHER : CHANGED;
    }

    String symbol() {
        return symbol;
    }

    String words() {
        return words;
    }

    boolean isFailure() {
        return this == LOST || this == KEPT || this == CHANGED || this == OTHER;
    }

    boolean isMet() {
        return this == PASS || this == DECIDED;
    }

    /** Its name in style sheet, script and address. */
    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
