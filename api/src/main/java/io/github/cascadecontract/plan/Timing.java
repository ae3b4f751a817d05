package io.github.cascadecontract.plan;

/**
 * When a step's statement must be sent within a flush. The order of a flush is: early updates and link removals, early
 * removals, inserts, updates, link changes, removals.
 */
public enum Timing {
    /** Before any INSERT of the same flush, because a unique key or an id must become free first (rule ORP-7). */
    EARLY,
    /** At its usual place: inserts, then updates, then deletes. */
    NORMAL
}
