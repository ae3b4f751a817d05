package io.github.cascadecontract.spi;

/** How an adapter runs its provider. */
public enum Mode {
    /** The engine decides; the provider's own cascades are switched off. */
    CONTRACT,
    /** The contract is translated into the provider's own settings and nothing more; it exists for comparison. */
    NATIVE
}
