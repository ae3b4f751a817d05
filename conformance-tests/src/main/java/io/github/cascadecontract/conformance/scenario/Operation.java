package io.github.cascadecontract.conformance.scenario;

/** What a unit of work as a whole can be told. */
public enum Operation {
    /** Send the changes. */
    FLUSH("flush"),
    /** Commit. */
    COMMIT("commit"),
    /** Roll back. */
    ROLLBACK("rollback"),
    /** Commit, and go on with detached entities and what they have loaded. */
    NEW_SESSION("new_session");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    /** Returns the word that the file uses for it. */
    public String word() {
        return word;
    }
}
