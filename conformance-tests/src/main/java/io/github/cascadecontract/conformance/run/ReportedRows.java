package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.recording.AuditCounts;
import io.github.cascadecontract.conformance.recording.RowOrigin;
import io.github.cascadecontract.conformance.report.RowCounts;
import io.github.cascadecontract.report.ClientRows;
import io.github.cascadecontract.report.DatabaseRows;
import io.github.cascadecontract.report.FlushReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the flushes of committed units of work say of themselves, held against what the database saw. */
final class ReportedRows {
    private static final RowCounts NO_ROWS = new RowCounts(0, 0, 0);

    private final List<FlushReport> reports = new ArrayList<>();
    private boolean complete = true;

    /** Adds the reports of one unit of work, nothing if it has none. */
    void add(Optional<List<FlushReport>> ofUnitOfWork) {
        complete &= ofUnitOfWork.isPresent();
        ofUnitOfWork.ifPresent(reports::addAll);
    }

    /** Returns the differences in words. */
    List<String> differences(AuditCounts audited) {
        if (!complete) {
            return List.of();
        }
        List<String> differences =
                new ArrayList<>(differences("client", clientRows(), Evidence.counts(audited, RowOrigin.CLIENT)));
        if (tellsOfDatabase()) {
            differences.addAll(differences("database", databaseRows(), Evidence.counts(audited, RowOrigin.DATABASE)));
        }
        return differences;
    }

    private static List<String> differences(String actor, Map<String, RowCounts> told, Map<String, RowCounts> seen) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> tables = new TreeSet<>(told.keySet());
        tables.addAll(seen.keySet());
        for (String table : tables) {
            RowCounts said = told.getOrDefault(table, NO_ROWS);
            RowCounts is = seen.getOrDefault(table, NO_ROWS);
            if (!said.equals(is)) {
                differences.add("the flushes report %s rows by the %s in %s, and there were %s"
                        .formatted(words(said), actor, table, words(is)));
            }
        }
        return differences;
    }

    private static String words(RowCounts rows) {
        return "%d inserted, %d updated, %d deleted".formatted(rows.insert(), rows.update(), rows.delete());
    }

    private Map<String, RowCounts> clientRows() {
        Map<String, RowCounts> told = new TreeMap<>();
        reports.stream()
                .flatMap(report -> report.client().stream())
                .forEach(rows -> told.merge(rows.table(), counts(rows), ReportedRows::sum));
        return told;
    }

    private Map<String, RowCounts> databaseRows() {
        Map<String, RowCounts> told = new TreeMap<>();
        estimates()
                .flatMap(estimated -> estimated.rows().stream())
                .forEach(rows -> told.merge(
                        rows.table(), new RowCounts(0, (int) rows.updated(), (int) rows.deleted()), ReportedRows::sum));
        return told;
    }

    /** An estimate that names its limits promises nothing. */
    private boolean tellsOfDatabase() {
        return reports.stream().noneMatch(report -> report.database() instanceof DatabaseRows.Unknown)
                && estimates().allMatch(estimated -> estimated.notes().isEmpty());
    }

    private Stream<DatabaseRows.Estimated> estimates() {
        return reports.stream()
                .map(FlushReport::database)
                .filter(DatabaseRows.Estimated.class::isInstance)
                .map(DatabaseRows.Estimated.class::cast);
    }

    private static RowCounts counts(ClientRows rows) {
        return new RowCounts((int) rows.inserted(), (int) rows.updated(), (int) rows.deleted());
    }

    private static RowCounts sum(RowCounts one, RowCounts other) {
        return new RowCounts(
                one.insert() + other.insert(), one.update() + other.update(), one.delete() + other.delete());
    }
}
