package io.github.cascadecontract.conformance.recording;

/** What a statement does to rows. */
public enum StatementKind {
    /** Reads. */
    SELECT,
    /** Adds rows. */
    INSERT,
    /** Changes rows. */
    UPDATE,
    /** Removes rows. */
    DELETE,
    /** Anything else: settings, DDL, procedures, savepoints. Its tables are not told. */
    OTHER
}
