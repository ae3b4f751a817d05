package io.github.cascadecontract.conformance.run;

/** Whether plans are asked for while a scenario is played. */
public enum Planning {
    /** None. */
    NONE,
    /** Before each removal and before each flush; a plan must change nothing and tell what the flush does. */
    EVERY_REMOVAL
}
