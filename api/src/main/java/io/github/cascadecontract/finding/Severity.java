package io.github.cascadecontract.finding;

/** How much a finding matters. */
public enum Severity {
    /** A removal will fail, or remove or keep other rows than the contract says. */
    ERROR,
    /** It works, but it will be slow, surprising, or lose what somebody may rely on. */
    WARNING,
    /** Worth knowing. */
    INFO
}
