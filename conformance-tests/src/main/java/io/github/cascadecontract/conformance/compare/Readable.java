package io.github.cascadecontract.conformance.compare;

import io.github.cascadecontract.conformance.recording.RecordedStatement;
import io.github.cascadecontract.conformance.report.Observables;
import io.github.cascadecontract.conformance.report.RowCounts;
import io.github.cascadecontract.conformance.report.Statement;
import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.scenario.Expectation;
import io.github.cascadecontract.conformance.scenario.Expectation.ClientRows;
import io.github.cascadecontract.conformance.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Expectations and observations as reports show them. */
final class Readable {
    private static final RowCounts NO_ROWS = new RowCounts(0, 0, 0);

    private Readable() {}

    static Observables observed(Observation observed) {
        return new Observables(
                observed.ending().outcome(),
                observed.ending().failedAtStep(),
                observed.finalRows(),
                observed.byClient(),
                observed.byDatabase(),
                observed.reading().ownAccount(),
                observed.statements().stream().map(Readable::statement).toList(),
                observed.looks());
    }

    /** A count that is not compared is shown as it was seen. */
    static Observables expected(Scenario scenario, Expectation expected, Observation observed) {
        return new Observables(
                expected.outcome(),
                expected.failedAtStep(),
                expected.finalRows(),
                client(expected.client(), observed),
                database(expected.removedByDatabase()),
                selects(expected.loading()),
                List.of(),
                LookPairs.translated(scenario, expected));
    }

    private static @Nullable Map<String, RowCounts> client(
            @Nullable Map<String, ClientRows> client, Observation observed) {
        if (client == null) {
            return null;
        }
        Map<String, RowCounts> counts = new TreeMap<>();
        client.forEach((table, rows) -> {
            RowCounts seen = observed.byClient().getOrDefault(table, NO_ROWS);
            RowCounts counted = new RowCounts(
                    or(rows.insert(), seen.insert()),
                    or(rows.update(), seen.update()),
                    or(rows.delete(), seen.delete()));
            if (!counted.equals(NO_ROWS)) {
                counts.put(table, counted);
            }
        });
        return counts;
    }

    private static int or(@Nullable Integer expected, int seen) {
        return expected == null ? seen : expected;
    }

    private static @Nullable Map<String, RowCounts> database(@Nullable Map<String, Integer> removed) {
        if (removed == null) {
            return null;
        }
        Map<String, RowCounts> counts = new TreeMap<>();
        removed.forEach((table, rows) -> counts.put(table, new RowCounts(0, 0, rows)));
        return counts;
    }

    private static @Nullable Map<String, Integer> selects(Expectation.@Nullable Loading loading) {
        if (loading == null) {
            return null;
        }
        Map<String, Integer> selects = new TreeMap<>();
        loading.must().forEach(table -> selects.put(table, 1));
        return selects;
    }

    private static Statement statement(RecordedStatement recorded) {
        int step = recorded.step().index();
        boolean known = recorded.success() && recorded.rows() != RecordedStatement.UNKNOWN_ROWS;
        return new Statement(
                step < 0 ? null : Integer.valueOf(step),
                recorded.sql(),
                Math.max(1, recorded.batchSize()),
                known ? Long.valueOf(recorded.rows()) : null,
                recorded.sqlState());
    }
}
