package io.github.cascadecontract;

import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.report.FlushReport;
import io.github.cascadecontract.spi.RowCounter;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the report of the last flush; what failed or was taken back leaves none. */
final class LastFlush {
    private final Optional<RowCounter> rows;
    private final PlannedKeys plannedKeys = new PlannedKeys();
    private FlushReport report = FlushReport.NOTHING;

    LastFlush(Optional<RowCounter> rows) {
        this.rows = rows;
    }

    void planned(RemovalPlan plan) {
        plannedKeys.add(plan);
    }

    void report(Supplier<Connection> connection, Runnable flush) {
        report = FlushReport.NOTHING;
        List<String> changes = plannedKeys.changes(connection);
        flush.run();
        plannedKeys.clear();
        rows.ifPresent(counted -> report = counted.take().noting(changes));
    }

    void takenBack() {
        plannedKeys.clear();
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
