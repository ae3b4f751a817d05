package io.github.cascadecontract.cli;

/** What the caller's script learns. */
final class ExitCode {
    /** Nothing found at or above the limit; the removal is not blocked. */
    static final int FINE = 0;
    /** Something found at or above the limit; the removal is blocked. */
    static final int FOUND = 1;
    /** Wrong options, classes that cannot be read, or a contract with problems. */
    static final int INPUT = 2;
    /** The database does not answer, or not with what the mapping says. */
    static final int DATABASE = 3;
    /** A fault of this program. */
    static final int FAULT = 4;

    private ExitCode() {}
}
