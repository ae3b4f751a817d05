package io.github.cascadecontract;

import io.github.cascadecontract.report.FlushReport;
import io.github.cascadecontract.spi.RowCounter;
import java.util.Optional;

/** Keeps the report of the last flush; what failed or was taken back leaves none. */
final class LastFlush {
    private final Optional<RowCounter> rows;
    private FlushReport report = FlushReport.NOTHING;

    LastFlush(Optional<RowCounter> rows) {
        this.rows = rows;
    }

    void report(Runnable flush) {
        report = FlushReport.NOTHING;
        flush.run();
        rows.ifPresent(counted -> report = counted.take());
    }

    void takenBack() {
        rows.ifPresent(RowCounter::take);
        report = FlushReport.NOTHING;
    }

    FlushReport report() {
        if (rows.isEmpty())
            throw new UnsupportedOperationException(
                    "The rows of a flush are not counted: without the contract nobody does, and not every adapter is able to.");
        return report;
    }
}
