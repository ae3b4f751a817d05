package io.github.cascadecontract.rule;

/** The parts of the contract, in the order of the document. */
public enum Chapter {
    /** What a contract may say at all. */
    DECLARATION("Declaration"),
    /** How new entities are found and written. */
    PERSIST("Persist"),
    /** What happens below an entity that is removed. */
    REMOVAL("Remove"),
    /** What happens to a child that loses its parent. */
    ORPHANS("Orphans"),
    /** What happens to links and far sides. */
    MANY_TO_MANY("Many-to-many"),
    /** How a given graph reaches the managed one. */
    MERGE("Merge"),
    /** How far rereading and letting go reach. */
    REFRESH_AND_DETACH("Refresh and detach"),
    /** What holds after errors, commits and work of the database. */
    TRANSACTIONS("Transactions and truth");

    private final String title;

    Chapter(String title) {
        this.title = title;
    }

    /** Returns the heading. */
    public String title() {
        return title;
    }
}
