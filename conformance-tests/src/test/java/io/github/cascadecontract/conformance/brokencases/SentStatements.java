package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.conformance.recording.RecordedStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements as the page shows them, up to the error: the same one again is counted, whether or not it was sent in a batch.
 */
final class SentStatements {
    private final List<String> lines = new ArrayList<>();
    private String last = "";
    private int times;

    static String of(Seen seen) {
        SentStatements sent = new SentStatements();
        seen.statementsUpToError().forEach(sent::add);
        sent.end();
        if (seen.statements().isEmpty()) sent.lines.add("-- nothing is sent");
        if (seen.raised() != null) sent.lines.add("-- raises " + seen.raised());
        return String.join("\n", sent.lines);
    }

    private void add(RecordedStatement statement) {
        if (!statement.sql().equals(last)) end();
        last = statement.sql();
        times += statement.batchSize();
    }

    private void end() {
        if (times > 0) lines.add(times > 1 ? "%s -- %d times".formatted(last, times) : last);
        times = 0;
    }
}
