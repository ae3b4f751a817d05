package io.github.cascadecontract.contract;

/** Where the key of a relation is. */
public enum KeySide {
    /** In the table of the entity that has the attribute. */
    SOURCE,
    /** In the table of the target. */
    TARGET,
    /** In a link table. */
    LINK_TABLE
}
