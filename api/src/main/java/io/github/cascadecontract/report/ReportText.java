package io.github.cascadecontract.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as lines. */
final class ReportText {
    private final FlushReport report;
    private final StringBuilder text = new StringBuilder();

    ReportText(FlushReport report) {
        this.report = report;
    }

    @Override
    public String toString() {
        text.append(report.isEmpty() ? "client: nothing\n" : "client:\n");
        report.client().forEach(rows -> line(rows.name(), counts(rows.inserted(), rows.updated(), rows.deleted())));
        text.append("database: ").append(report.database()).append('\n');
        if (report.database() instanceof DatabaseRows.Estimated estimated) write(estimated);
        return text.toString();
    }

    private void write(DatabaseRows.Estimated estimated) {
        estimated.rows().forEach(rows -> line(rows.table(), counts(0, rows.updated(), rows.deleted())));
        estimated.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
    }

    private void line(String name, String counts) {
        text.append("  ").append(name).append(": ").append(counts).append('\n');
    }

    private static String counts(long inserted, long updated, long deleted) {
        List<String> counts = new ArrayList<>();
        if (inserted > 0) counts.add(count(inserted, "inserted"));
        if (updated > 0) counts.add(count(updated, "updated"));
        if (deleted > 0) counts.add(count(deleted, "deleted"));
        return String.join(", ", counts);
    }

    private static String count(long rows, String done) {
        return String.format(Locale.ROOT, "%,d %s", rows, done);
    }
}
