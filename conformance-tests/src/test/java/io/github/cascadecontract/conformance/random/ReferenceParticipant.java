package io.github.cascadecontract.conformance.random;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.conformance.report.Door;
import io.github.cascadecontract.conformance.report.RowCounts;
import io.github.cascadecontract.conformance.run.Attempt;
import io.github.cascadecontract.conformance.run.ConnectedModel;
import io.github.cascadecontract.conformance.run.Environment;
import io.github.cascadecontract.conformance.run.Observation;
import io.github.cascadecontract.conformance.run.PairWriting;
import io.github.cascadecontract.conformance.run.ReferenceLoading;
import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.Scenario;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.memory.ReferenceSessions;
import io.github.cascadecontract.spi.Mode;
import io.github.cascadecontract.spi.PersistenceAdapter;
import io.github.cascadecontract.spi.PersistenceSessions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The engine over rows in memory, without provider and database. */
final class ReferenceParticipant implements Participant {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public Detail detail() {
        return Detail.KEYS_ONLY;
    }

    @Override
    public Connected connect(Environment environment) {
        MemoryAdapter adapter = new MemoryAdapter();
        ConnectedModel model = ConnectedModel.open(environment, adapter, Mode.CONTRACT, ReferenceLoading.LAZY);
        return new Connected() {
            @Override
            public Attempt run(Scenario scenario, PairWriting writing) {
                adapter.sessions().begin(seed(scenario.seed()));
                Attempt attempt = model.run(scenario, Door.UNIT_OF_WORK, writing);
                return attempt instanceof Attempt.Observed observed
                        ? new Attempt.Observed(inMemory(observed.observation(), adapter.sessions()))
                        : attempt;
            }

            @Override
            public void close() {
                model.close();
            }
        };
    }

    private static Map<String, List<Map<String, Object>>> seed(Map<String, List<Map<String, @Nullable Object>>> given) {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        given.forEach((table, ofTable) -> rows.put(
                table, ofTable.stream().map(ReferenceParticipant::asAttributes).toList()));
        return rows;
    }

    private static Map<String, Object> asAttributes(Map<String, @Nullable Object> row) {
        Map<String, Object> values = new HashMap<>();
        row.forEach((column, value) -> values.put(column, EntityType.value(value)));
        return values;
    }

    /** Neither rows nor who acted are in the database that the suite looks at. */
    private static Observation inMemory(Observation seen, ReferenceSessions sessions) {
        return new Observation(
                seen.ending(),
                rows(sessions.rows()),
                counts(sessions.sent()),
                counts(sessions.byDatabase()),
                seen.reading(),
                List.of(),
                seen.looks(),
                0);
    }

    private static Map<String, List<Map<String, @Nullable Object>>> rows(
            Map<String, List<Map<String, Object>>> tables) {
        Map<String, List<Map<String, @Nullable Object>>> rows = new TreeMap<>();
        tables.forEach((table, ofTable) -> {
            List<Map<String, @Nullable Object>> plain = new ArrayList<>();
            ofTable.forEach(row -> plain.add(asRead(row)));
            rows.put(table, plain);
        });
        return rows;
    }

    private static Map<String, @Nullable Object> asRead(Map<String, ?> row) {
        Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
        row.forEach(
                (column, value) -> numbers.put(column, value instanceof Integer number ? Long.valueOf(number) : value));
        return numbers;
    }

    private static Map<String, RowCounts> counts(List<String> events) {
        Map<String, RowCounts> counts = new TreeMap<>();
        events.forEach(event -> counts.merge(table(event), one(event), ReferenceParticipant::sum));
        return counts;
    }

    /** An event is a verb and a row: {@code delete Post#1}, {@code link post_tags(1,2)}. */
    private static String table(String event) {
        String row = event.substring(event.indexOf(' ') + 1);
        return row.contains("#")
                ? BaseTable.ofEntity(row.substring(0, row.indexOf('#')))
                        .orElseThrow()
                        .table()
                : row.substring(0, row.indexOf('('));
    }

    private static RowCounts one(String event) {
        String verb = event.substring(0, event.indexOf(' '));
        return switch (verb) {
            case "insert", "link" -> new RowCounts(1, 0, 0);
            case "update" -> new RowCounts(0, 1, 0);
            case "delete", "unlink" -> new RowCounts(0, 0, 1);
            default -> throw new IllegalArgumentException(event);
        };
    }

    private static RowCounts sum(RowCounts one, RowCounts other) {
        return new RowCounts(
                one.insert() + other.insert(), one.update() + other.update(), one.delete() + other.delete());
    }

    /** Keeps the sessions that it has opened: their rows are looked at. */
    private static final class MemoryAdapter implements PersistenceAdapter {
        private @Nullable ReferenceSessions sessions;

        ReferenceSessions sessions() {
            return Objects.requireNonNull(sessions);
        }

        @Override
        public String name() {
            return "reference";
        }

        @Override
        public String provider() {
            return "none";
        }

        @Override
        public String providerVersion() {
            return "";
        }

        @Override
        public PersistenceSessions connect(CascadeContract contract, DataSource dataSource, Mode mode) {
            ReferenceSessions made = new ReferenceSessions(contract);
            sessions = made;
            return made;
        }
    }
}
