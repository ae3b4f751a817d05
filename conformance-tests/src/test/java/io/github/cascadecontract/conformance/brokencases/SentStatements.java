package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.conformance.recording.RecordedStatement;
import io.github.cascadecontract.conformance.recording.StatementKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Statements as the page shows them, up to the error: the same one again is counted, whether or not it was sent in a batch.
 * Neighbouring DELETEs of one table come in alphabetical order, because EclipseLink's order of them is another in each run.
 */
final class SentStatements {
    private final Deque<List<RecordedStatement>> groups = new ArrayDeque<>();
    private final List<String> lines = new ArrayList<>();

    private SentStatements(Seen seen) {
        seen.statementsUpToError().forEach(this::group);
        groups.forEach(this::write);
        if (groups.isEmpty()) lines.add("-- nothing is sent");
        if (seen.raised() != null)
            lines.add("-- raises %s\n--   %s"
                    .formatted(seen.raised().type(), seen.raised().message()));
    }

    static String of(Seen seen) {
        return String.join("\n", new SentStatements(seen).lines);
    }

    private void group(RecordedStatement statement) {
        if (groups.isEmpty() || !belongTogether(groups.getLast().get(0), statement)) groups.add(new ArrayList<>());
        groups.getLast().add(statement);
    }

    private static boolean belongTogether(RecordedStatement first, RecordedStatement next) {
        return first.sql().equals(next.sql())
                || (first.kind() == StatementKind.DELETE
                        && next.kind() == StatementKind.DELETE
                        && first.tables().equals(next.tables()));
    }

    private void write(List<RecordedStatement> group) {
        group.stream()
                .map(RecordedStatement::sql)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .forEach(sql -> lines.add(counted(sql, group)));
    }

    private static String counted(String sql, List<RecordedStatement> group) {
        int times = group.stream()
                .filter(statement -> statement.sql().equals(sql))
                .mapToInt(RecordedStatement::batchSize)
                .sum();
        return times > 1 ? "%s -- %d times".formatted(sql, times) : sql;
    }
}
