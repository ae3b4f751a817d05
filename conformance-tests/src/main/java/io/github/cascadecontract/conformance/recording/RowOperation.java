package io.github.cascadecontract.conformance.recording;

/** What happened to a row. */
public enum RowOperation {
    /** It was added. */
    INSERT,
    /** It was changed, or written again as it was. */
    UPDATE,
    /** It was removed. */
    DELETE
}
