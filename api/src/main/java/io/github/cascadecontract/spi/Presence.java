package io.github.cascadecontract.spi;

/** How a unit of work stands to an entity. An entity marked for removal keeps its presence until the flush. */
public enum Presence {
    /** Unknown to the unit of work and without a row: never persisted. */
    NEW,
    /** Managed, its row not yet inserted. */
    PENDING,
    /** Managed, with a row (or one that the unit of work must take for granted). */
    MANAGED,
    /** Not managed, but it had a row: known by a generated id, a version, or having been managed. */
    DETACHED
}
