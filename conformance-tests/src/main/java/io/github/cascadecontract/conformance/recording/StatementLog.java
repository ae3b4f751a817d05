package io.github.cascadecontract.conformance.recording;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The statements that were sent, in order.
 *
 * @param statements all of them, also those that failed
 */
public record StatementLog(List<RecordedStatement> statements) {

    /** Copies the list. */
    public StatementLog {
        statements = List.copyOf(statements);
    }

    /** Returns the statements of one step. */
    public List<RecordedStatement> ofStep(int index) {
        return statements.stream()
                .filter(statement -> statement.step().index() == index)
                .toList();
    }

    /** Returns the tables of which entities were read on that account, in alphabetical order. */
    public Set<String> entityTablesReadBy(SelectOwner owner) {
        return of(StatementKind.SELECT)
                .filter(statement -> statement.step().selects() == owner)
                .flatMap(statement -> statement.entityTables().stream())
                .collect(toCollection(TreeSet::new));
    }

    /**
     * Returns the rows that statements of a kind affected, by table, as far as the driver told. Statements that write
     * to two tables are left out, for the driver tells one number; {@link RowAudit} knows better.
     */
    public Map<String, Long> rowsAffected(StatementKind kind) {
        return of(kind).filter(statement -> statement.tables().size() == 1 && statement.rows() > 0)
                .collect(groupingBy(
                        statement -> statement.tables().iterator().next(),
                        TreeMap::new,
                        summingLong(RecordedStatement::rows)));
    }

    private Stream<RecordedStatement> of(StatementKind kind) {
        return statements.stream().filter(statement -> statement.kind() == kind);
    }
}
