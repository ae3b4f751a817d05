package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.recording.AuditedRow;
import io.github.cascadecontract.conformance.recording.RowOperation;
import io.github.cascadecontract.conformance.recording.RowOrigin;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of rows in one flush.
 *
 * @param events everything that happened, in order
 */
record FlushRows(List<AuditedRow> events) {
    Set<String> tables() {
        return events.stream().map(AuditedRow::table).collect(Collectors.toCollection(TreeSet::new));
    }

    long deleted(String table, RowOrigin origin) {
        return keys(table, row -> row.operation() == RowOperation.DELETE && row.origin() == origin)
                .count();
    }

    /** Rows that were there before and still are, each once: a key may be cleared only so that its row can go. */
    long updated(String table, RowOrigin origin) {
        Set<String> others =
                keys(table, row -> row.operation() != RowOperation.UPDATE).collect(Collectors.toSet());
        return keys(table, row -> row.operation() == RowOperation.UPDATE && row.origin() == origin)
                .distinct()
                .filter(key -> !others.contains(key))
                .count();
    }

    private Stream<String> keys(String table, Predicate<AuditedRow> wanted) {
        return events.stream()
                .filter(row -> row.table().equals(table))
                .filter(wanted)
                .map(AuditedRow::key);
    }
}
