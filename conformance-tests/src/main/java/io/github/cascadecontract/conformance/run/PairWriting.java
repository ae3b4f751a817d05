package io.github.cascadecontract.conformance.run;

/** How many sides of a pair a step touches. Either way the contract asks for the same result (PER-3). */
public enum PairWriting {
    /** Both, as careful applications do; the side that the step does not name only if it is loaded. */
    BOTH_SIDES,
    /** Only the side that the step names. */
    NAMED_SIDE
}
