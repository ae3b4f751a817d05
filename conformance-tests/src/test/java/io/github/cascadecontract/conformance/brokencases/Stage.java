package io.github.cascadecontract.conformance.brokencases;

import io.github.cascadecontract.conformance.brokencases.Tables.Look;
import io.github.cascadecontract.conformance.database.Schema;
import io.github.cascadecontract.conformance.database.TestDatabase;
import io.github.cascadecontract.conformance.recording.AuditCounts;
import io.github.cascadecontract.conformance.recording.AuditedRow;
import io.github.cascadecontract.conformance.recording.RowAudit;
import io.github.cascadecontract.conformance.recording.RowOrigin;
import io.github.cascadecontract.conformance.recording.SchemaAudit;
import io.github.cascadecontract.conformance.recording.StatementRecorder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where forms are played: each on tables of its own, with everything recorded. */
final class Stage {
    private final TestDatabase database;
    private final RowAudit audit;

    Stage(TestDatabase database) {
        this.database = database;
        this.audit = RowAudit.on(database);
    }

    /** Opens the door, plays the form's code in one transaction, and looks at what happened. */
    <W> Seen play(Form<W> form, Function<DataSource, Door<W>> opener) {
        try (Schema schema = database.createSchema("broken")) {
            schema.execute(form.tables().sql());
            SchemaAudit rows = audit.install(schema);
            Map<String, String> before = shown(schema, form.tables());
            StatementRecorder recorder = new StatementRecorder(schema.dataSource());
            Raised raised = raised(form, opener, recorder);
            return new Seen(
                    recorder.log().statements(),
                    raised,
                    before,
                    shown(schema, form.tables()),
                    told(rows.read(), RowOrigin.CLIENT),
                    told(rows.read(), RowOrigin.DATABASE));
        }
    }

    private static <W> @Nullable Raised raised(
            Form<W> form, Function<DataSource, Door<W>> opener, StatementRecorder recorder) {
        try (Door<W> door = opener.apply(recorder.dataSource())) {
            recorder.clear();
            return raised(() -> door.inTransaction(form.code()));
        }
    }

    private static @Nullable Raised raised(Runnable transaction) {
        try {
            transaction.run();
            return null;
        } catch (RuntimeException failure) {
            return Raised.of(failure);
        }
    }

    /** Rows by their keys; one that was changed twice is named once. */
    private static String told(AuditCounts changed, RowOrigin origin) {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        changed.rows().stream()
                .filter(row -> row.origin() == origin)
                .sorted(Comparator.comparing(AuditedRow::operation).thenComparing(AuditedRow::table))
                .forEach(row -> keys.computeIfAbsent(
                                row.operation().name().toLowerCase(Locale.ROOT) + " " + row.table(),
                                first -> new TreeSet<>())
                        .add(key(row)));
        return keys.entrySet().stream()
                .map(told -> told.getKey() + " " + String.join(", ", told.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String key(AuditedRow row) {
        return row.key().contains(",") ? "(%s)".formatted(row.key()) : row.key();
    }

    private static Map<String, String> shown(Schema schema, Tables tables) {
        Map<String, String> shown = new LinkedHashMap<>();
        tables.looks().forEach(look -> shown.put(look.table(), shown(schema, look)));
        return shown;
    }

    private static String shown(Schema schema, Look look) {
        String sql = "select coalesce(string_agg(%1$s, ', ' order by %1$s), 'none') from %2$s"
                .formatted(look.row(), look.table());
        try (Connection connection = schema.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("The rows of " + look.table() + " cannot be shown", failure);
        }
    }
}
