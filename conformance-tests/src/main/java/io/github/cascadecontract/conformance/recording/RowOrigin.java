package io.github.cascadecontract.conformance.recording;

/** Who changed a row. */
public enum RowOrigin {
    /** A statement that a client sent. */
    CLIENT,
    /** A referential action of a foreign key. */
    DATABASE,
    /** A statement in a trigger of the user's. */
    USER_TRIGGER
}
