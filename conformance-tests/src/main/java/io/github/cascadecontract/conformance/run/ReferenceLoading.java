package io.github.cascadecontract.conformance.run;

/** When a provider loads what a reference refers to. The contract leaves that to the provider. */
public enum ReferenceLoading {
    /** When it is touched. */
    LAZY,
    /** With the entity that refers: EclipseLink without weaving knows no other way. */
    WITH_OWNER
}
