package io.github.cascadecontract.conformance.recording;

/** On whose account the SELECTs of a step are. */
public enum SelectOwner {
    /** The caller asked to see something: find, refresh, or touching a relation. */
    CALLER,
    /** The unit of work reads for itself: remove, flush, commit, merge. */
    UNIT_OF_WORK
}
