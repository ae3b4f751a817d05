package io.github.cascadecontract.conformance.scenario;

/** What can be seen of one entity. */
public enum Glance {
    /** Whether it is managed. */
    STATE("state"),
    /** Whether it is marked for removal. */
    MARKED_DELETED("marked_deleted"),
    /** Which of its relations are not loaded. */
    UNLOADED("unloaded");

    private final String word;

    Glance(String word) {
        this.word = word;
    }

    /** Returns the word that the file uses for it. */
    public String word() {
        return word;
    }
}
