package io.github.cascadecontract.rule;

/** What holds after errors, commits and work of the database. */
final class TransactionRules {
    static final RuleText TX_1 = must("After an error only rollback and close are accepted.")
            .details("""
                    Rollback, also to a savepoint, restores every row and leaves all entities detached. The factory stays \
                    usable. Taking a savepoint flushes first.""")
            .because("""
                    After a failed statement memory and database disagree, and going on from there writes the disagreement \
                    down.""")
            .see(SqlAlchemy.ROLLING_BACK, SqlAlchemy.SAVEPOINT, Jakarta.ROLLBACK, Jakarta.EXCEPTIONS);

    static final RuleText TX_2 = must("A commit that fails leaves nothing behind and names kind, table and constraint.")
            .details("""
                    The error carries the kind (NOT_NULL, FOREIGN_KEY, UNIQUE), the table, the column or constraint, and the \
                    relation. SQLSTATE 23503 and 23001, which RESTRICT has since PostgreSQL 18, are both FOREIGN_KEY. A \
                    deferred key is reported by the commit.""")
            .because("""
                    Whoever reads the log wants to know which relation is in the way, not which driver class noticed it.""")
            .see(SqlAlchemy.FLUSHING, SqlAlchemy.ROLLING_BACK, Jakarta.EXCEPTIONS);

    static final RuleText TX_3 = must("An UPDATE of a row that is gone is stale; a DELETE of such a row is done.")
            .details("""
                    The same holds for links. A versioned DELETE that hits nothing looks once whether the row is gone, then \
                    it is done, or was changed, then it is stale.""")
            .because("""
                    Two people who remove the same thing agree with each other; one who changes what the other removed does \
                    not.""")
            .see(SqlAlchemy.VERSION_COUNTER, Jakarta.OPTIMISTIC_LOCKING);

    static final RuleText TX_4 = should(
                    "The entities of a unit of work that ended are found again by id in the next one.")
            .details("""
                    After commit and rollback the suite goes on with a new unit of work, and finds a variable again by id \
                    when a later step uses it. A look at its state comes before that. A variable whose row is gone keeps the \
                    old, detached object.""")
            .because("""
                    A scenario reads like one story although every provider lets go of its entities at the end of a \
                    transaction.""")
            .see(SqlAlchemy.OBJECT_STATES, Jakarta.DETACHED, Jakarta.CONTEXT_LIFETIME);

    static final RuleText SES_1 = must("After flush no managed entity stands for a row that a cascade removed.")
            .details("Also when it was the database that removed it.")
            .may("""
                    To learn it an adapter may ask which of the managed ids still exist: one SELECT for each table that the \
                    cascade can reach, none where no such entity is managed.""")
            .because("""
                    A ghost in memory is found by the next reader as a wrong answer, or by the next writer as an error far \
                    from its cause.""")
            .see(SqlAlchemy.ON_DELETE, SqlAlchemy.NOTES_ON_DELETE, Jakarta.REMOVAL);

    static final RuleText BUL_1 =
            must("A native statement follows the foreign keys alone and changes nothing in memory.")
                    .details("It runs through the connection of the unit of work and does not flush.")
                    .because("Whoever writes SQL by hand wants that SQL, and nothing before or after it.")
                    .see(SqlAlchemy.BULK, Jakarta.BULK, Jakarta.NATIVE_QUERIES);

    static final RuleText PRO_1 =
            must("A removal that would reach a protected entity is refused before any statement that writes.")
                    .details("""
                    It does not matter whether the client or the database would remove it. The error names the rows in the \
                    way.""")
                    .may("An adapter may count with SELECTs along the keys that lead to a protected table.")
                    .because(
                            "Invoices and audit trails must survive every cascade that somebody adds three tables away.");

    private TransactionRules() {}

    private static RuleText must(String sentence) {
        return RuleText.must(Chapter.TRANSACTIONS, sentence);
    }

    private static RuleText should(String sentence) {
        return RuleText.should(Chapter.TRANSACTIONS, sentence);
    }
}
