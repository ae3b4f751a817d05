package io.github.cascadecontract.report;

import io.github.cascadecontract.removal.RemovalPlan;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one flush did. The client's part is what the unit of work has sent since the flush before, as the database counted it:
 * also rows that a provider writes earlier, such as one whose id the database gives when it is persisted. Statements of the
 * application are not in it.
 *
 * @param client by table and entity, in the order in which they were first written; only what has rows
 * @param database what foreign keys did
 */
public record FlushReport(List<ClientRows> client, DatabaseRows database) {
    /** Of a flush that had nothing to do, and before the first one. */
    public static final FlushReport NOTHING = new FlushReport(List.of(), new DatabaseRows.None());

    /** Keeps an immutable copy. */
    public FlushReport {
        client = List.copyOf(client);
    }

    /**
     * The report of a flush.
     *
     * @param client what was sent
     * @param carriedOut plans of entities that it removed
     */
    public static FlushReport of(List<ClientRows> client, List<RemovalPlan> carriedOut) {
        return new FlushReport(client, new PlanEstimate(client, carriedOut).rows());
    }

    /** The same with more notes on what the database did, if that is an estimate. */
    public FlushReport noting(List<String> notes) {
        if (notes.isEmpty() || !(database instanceof DatabaseRows.Estimated estimated)) return this;
        List<String> all =
                Stream.concat(estimated.notes().stream(), notes.stream()).toList();
        return new FlushReport(client, new DatabaseRows.Estimated(estimated.rows(), estimated.plans(), all));
    }

    /** Whether no row was written. */
    public boolean isEmpty() {
        return client.isEmpty();
    }

    /** Rows of one table, of all entities in it; none if it was not written. */
    public ClientRows client(String table) {
        return client.stream()
                .filter(rows -> rows.table().equals(table))
                .reduce(ClientRows.none(table), ClientRows::plus);
    }

    /** The report as lines, for logs and consoles. */
    @Override
    public String toString() {
        return new ReportText(this).toString();
    }
}
