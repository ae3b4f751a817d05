package io.github.cascadecontract.finding;

/** What a check can find. An identifier is never used again for something else. */
public enum FindingCode {
    /** A relation leaves children to the database, whose key does not remove them. */
    PASSIVE_WITHOUT_CASCADE(Severity.ERROR);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    /** The identifier as reports write it, such as {@code passive-without-cascade}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** How much it matters. */
    public Severity severity() {
        return severity;
    }
}
