package io.github.cascadecontract.conformance.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.statement.ParenthesedStatement;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import org.jspecify.annotations.Nullable;

/** The statements in a WITH that write, which make a writing statement of what follows them. */
record WritingWith(StatementKind kind, Set<String> tables) {

    /** Returns the kind of the first one and the tables of all, or nothing if the WITH only reads. */
    static Optional<WritingWith> in(@Nullable List<WithItem<?>> items) {
        Map<String, StatementKind> written = new LinkedHashMap<>();
        for (WithItem<?> item : items == null ? List.<WithItem<?>>of() : items) {
            note(item.getParenthesedStatement(), written);
        }
        return written.values().stream().findFirst().map(kind -> new WritingWith(kind, written.keySet()));
    }

    private static void note(ParenthesedStatement statement, Map<String, StatementKind> written) {
        if (statement instanceof ParenthesedDelete delete) {
            written.put(SqlNames.of(delete.getDelete().getTable()), StatementKind.DELETE);
        } else if (statement instanceof ParenthesedUpdate update) {
            written.put(SqlNames.of(update.getUpdate().getTable()), StatementKind.UPDATE);
        } else if (statement instanceof ParenthesedInsert insert) {
            written.put(SqlNames.of(insert.getInsert().getTable()), StatementKind.INSERT);
        }
    }

    SqlShape shape() {
        return new SqlShape(kind, tables, Set.of());
    }
}
