package io.github.cascadecontract.conformance.recording;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that happened to rows, in order.
 *
 * @param rows the events; a row that is changed twice is there twice
 */
public record AuditCounts(List<AuditedRow> rows) {

    /** Copies the list. */
    public AuditCounts {
        rows = List.copyOf(rows);
    }

    /** Returns the number of events of a sort by table; a table without any is left out. */
    public Map<String, Long> count(RowOperation operation, RowOrigin origin) {
        return of(operation, origin).collect(groupingBy(AuditedRow::table, TreeMap::new, counting()));
    }

    /** Returns the number of events of a sort in one table. */
    public long count(String table, RowOperation operation, RowOrigin origin) {
        return of(operation, origin).filter(row -> row.table().equals(table)).count();
    }

    private Stream<AuditedRow> of(RowOperation operation, RowOrigin origin) {
        return rows.stream().filter(row -> row.operation() == operation && row.origin() == origin);
    }
}
