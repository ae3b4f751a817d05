package io.github.cascadecontract.annotation;

/** What the database does to the referring rows when the referred row is deleted (SQL: {@code ON DELETE}). */
public enum ReferentialAction {
    /** The deletion fails if referring rows are left when the statement (or a deferred transaction) ends. */
    NO_ACTION("NO ACTION"),
    /** The deletion fails at once if a row refers. */
    RESTRICT("RESTRICT"),
    /** The referring rows are deleted. */
    CASCADE("CASCADE"),
    /** The key of the referring rows becomes NULL. */
    SET_NULL("SET NULL"),
    /** The key of the referring rows becomes its column default. */
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    ReferentialAction(String sql) {
        this.sql = sql;
    }

    /** The words that SQL uses for this action. */
    public String sql() {
        return sql;
    }
}
