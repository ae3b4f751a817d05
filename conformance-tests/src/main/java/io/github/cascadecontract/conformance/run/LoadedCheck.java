package io.github.cascadecontract.conformance.run;

/** What is known of objects without touching them. */
interface LoadedCheck {
    /** Whether the value of a relation itself is in memory. */
    boolean isLoaded(Object entity, String attribute);

    /** Whether a step has made the object and no transaction with it was committed. */
    boolean isNew(Object entity);
}
