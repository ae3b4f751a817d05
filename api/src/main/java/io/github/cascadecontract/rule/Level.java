package io.github.cascadecontract.rule;

/** How binding a rule is. */
public enum Level {
    /** An adapter that breaks the rule does not fulfil the contract, and the suite fails. */
    MUST,
    /** A convention of those who run scenarios; an adapter cannot break it, another suite should follow it. */
    SHOULD
}
