package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.conformance.recording.RecordedStatement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one run.
 *
 * @param statements what was sent, in order
 * @param raised the error, or null
 * @param before what the tables showed before, by table
 * @param rows what they show afterwards
 * @param byClient rows that statements changed, such as {@code delete posts 1, 2}
 * @param byDatabase rows that foreign keys changed
 */
record Seen(
        List<RecordedStatement> statements,
        @Nullable Raised raised,
        Map<String, String> before,
        Map<String, String> rows,
        String byClient,
        String byDatabase) {
    Seen {
        statements = List.copyOf(statements);
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** EclipseLink sends another one after an error, to see whether the connection lives. */
    List<RecordedStatement> statementsUpToError() {
        int failed =
                statements.stream().map(RecordedStatement::success).toList().indexOf(false);
        return failed < 0 ? statements : statements.subList(0, failed + 1);
    }

    Ending ending(Map<String, String> wanted) {
        if (raised != null) return Ending.REFUSED;
        return rows.equals(wanted) ? Ending.RIGHT : Ending.SILENTLY_WRONG;
    }
}
