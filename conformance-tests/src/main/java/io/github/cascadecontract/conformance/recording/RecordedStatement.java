package io.github.cascadecontract.conformance.recording;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One statement as the driver was given it; the entries of a batch are one statement.
 *
 * @param sql the text, with placeholders instead of values
 * @param kind what it does; with a writing WITH in front of a SELECT, what that does
 * @param tables of a SELECT, the tables in FROM and JOIN, also of derived tables and WITH; of other kinds, the tables
 *     written to
 * @param entityTables of a SELECT, the tables of which it returns more than keys; empty for other kinds
 * @param rows how many rows it affected, over all entries of a batch; zero if it failed; {@link #UNKNOWN_ROWS} if it
 *     returned rows
 * @param batchSize how many times it was asked for; 1 without batch
 * @param success whether it went through
 * @param sqlState why not, or null
 * @param step when it was sent
 */
public record RecordedStatement(
        String sql,
        StatementKind kind,
        Set<String> tables,
        Set<String> entityTables,
        long rows,
        int batchSize,
        boolean success,
        @Nullable String sqlState,
        RecordedStep step) {

    /** The number of rows of a statement whose driver does not tell it: SELECT, and RETURNING read as a query. */
    public static final long UNKNOWN_ROWS = -1;

    /** Copies the sets. */
    public RecordedStatement {
        tables = Set.copyOf(tables);
        entityTables = Set.copyOf(entityTables);
    }

    /**
     * Tells whether this is a SELECT that returns no entity: only key columns, counts, existence, sequence numbers or
     * constants. A look at which ids still exist (SES-1) is of this sort.
     */
    public boolean readsOnlyKeys() {
        return kind == StatementKind.SELECT && entityTables.isEmpty();
    }
}
