package io.github.cascadecontract.conformance.run;

import io.github.cascadecontract.conformance.model.EntityType;
import io.github.cascadecontract.conformance.recording.AuditCounts;
import io.github.cascadecontract.conformance.recording.AuditedRow;
import io.github.cascadecontract.conformance.recording.RecordedStatement;
import io.github.cascadecontract.conformance.recording.RowOperation;
import io.github.cascadecontract.conformance.recording.RowOrigin;
import io.github.cascadecontract.conformance.recording.SelectOwner;
import io.github.cascadecontract.conformance.recording.StatementKind;
import io.github.cascadecontract.conformance.recording.StatementLog;
import io.github.cascadecontract.conformance.report.RowCounts;
import io.github.cascadecontract.conformance.scenario.BaseTable;
import io.github.cascadecontract.conformance.scenario.RelationSetting;
import io.github.cascadecontract.contract.CascadeContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what can be seen while a scenario runs. */
final class Evidence {
    /** How a plan counts, and how it reads the catalogue: neither returns an entity, and the parser would take long. */
    private static final Pattern COUNTING = Pattern.compile("^\\s*WITH\\b|\\bpg_|pg_catalog", Pattern.CASE_INSENSITIVE);

    private final Environment environment;
    private final CascadeContract contract;
    private final ReferenceLoading references;
    private final StepClock clock;
    private final List<AuditedRow> foreignRows = new ArrayList<>();
    private final List<AuditedRow> bulkRows = new ArrayList<>();
    private final Set<String> foreignStatements = new TreeSet<>();
    private final Set<String> foundAgain = new TreeSet<>();
    private final Map<String, String> loadedByFind = new TreeMap<>();
    private final Set<String> readByPlans = new TreeSet<>();
    private int touched;

    Evidence(Environment environment, CascadeContract contract, ReferenceLoading references) {
        this.environment = environment;
        this.contract = contract;
        this.references = references;
        this.clock = new StepClock(environment.recorder());
    }

    StepClock clock() {
        return clock;
    }

    String word(Throwable failure) {
        return OutcomeWords.of(failure, contract);
    }

    void foundAgain(EntityType type) {
        foundAgain.add(type.table().table());
    }

    void loadedByFind(RelationSetting relation) {
        loadedByFind.put(
                relation.name(),
                BaseTable.ofEntity(relation.target()).orElseThrow().table());
    }

    /** Uses a value that was read only because reading it loads something. */
    void touch(int value) {
        touched += value;
    }

    /** Sends a statement of the scenario's own; the rows that it affects are nobody's doing in the unit of work. */
    void foreign(Connection connection, String sql) throws SQLException {
        foreignRows.addAll(rowsOf(connection, on -> {
            try (Statement statement = on.createStatement()) {
                statement.execute(sql);
            }
        }));
        foreignStatements.add(sql);
    }

    /** Returns what happened to rows so far, with what the present transaction has done. */
    List<AuditedRow> rows(UnitsOfWork units) {
        if (!units.isOpen()) {
            return environment.audit().read().rows();
        }
        List<AuditedRow> rows = new ArrayList<>();
        DoorSession session = units.current();
        environment
                .recorder()
                .aside(() -> session.onConnection(connection ->
                        rows.addAll(environment.audit().read(connection).rows())));
        return rows;
    }

    /**
     * Asks for a plan. Its statements are nobody's; but what it had to read of a changed relation the flush need not read
     * again.
     *
     * @return the tables of which it read entities
     */
    Set<String> plan(Runnable planning) {
        Set<String> read = environment.recorder().aside(planning).stream()
                .filter(sql -> !COUNTING.matcher(sql).find())
                .flatMap(sql -> environment.recorder().entityTables(sql).stream())
                .filter(table -> BaseTable.named(table).isPresent())
                .collect(Collectors.toSet());
        readByPlans.addAll(read);
        return read;
    }

    /** Sends a statement for many rows; the transaction has affected them, but no flush. */
    void bulk(Connection connection, BulkStatement statement) throws SQLException {
        bulkRows.addAll(rowsOf(connection, statement));
    }

    private List<AuditedRow> rowsOf(Connection connection, DoorSession.SqlWork work) throws SQLException {
        int before = environment.audit().read(connection).rows().size();
        work.on(connection);
        List<AuditedRow> rows = environment.audit().read(connection).rows();
        return rows.subList(before, rows.size());
    }

    /** What flushes have done of all that was seen. */
    AuditCounts ownOf(AuditCounts audited) {
        List<AuditedRow> rows = new ArrayList<>(audited.rows());
        bulkRows.forEach(rows::remove);
        return new AuditCounts(rows);
    }

    Observation.Reading reading() {
        StatementLog log = environment.recorder().log();
        Map<String, Integer> ownAccount = log.statements().stream()
                .filter(statement -> statement.kind() == StatementKind.SELECT)
                .filter(statement -> statement.step().selects() == SelectOwner.UNIT_OF_WORK)
                .flatMap(statement -> statement.entityTables().stream())
                .collect(Collectors.toMap(table -> table, table -> 1, Integer::sum, TreeMap::new));
        Set<String> readForCaller = new TreeSet<>(foundAgain);
        readForCaller.addAll(readBySetters(log));
        readForCaller.addAll(readByPlans);
        return new Observation.Reading(ownAccount, readForCaller, loadedByFind, loadedWithOwner(log));
    }

    /** The setter of a woven class reads the old value, so that the flush need not. */
    private Set<String> readBySetters(StatementLog log) {
        Set<String> targets = environment.model().settings().relations().stream()
                .filter(RelationSetting::isInverseOneToOne)
                .map(relation -> table(relation.target()))
                .collect(Collectors.toSet());
        return log.statements().stream()
                .filter(statement -> statement.step().word().equals("ref"))
                .filter(statement -> statement.kind() == StatementKind.SELECT)
                .flatMap(statement -> statement.entityTables().stream())
                .filter(targets::contains)
                .collect(Collectors.toSet());
    }

    /** Tables that were read because entities that refer to them were. */
    private Set<String> loadedWithOwner(StatementLog log) {
        if (references == ReferenceLoading.LAZY) {
            return Set.of();
        }
        Set<String> read = new TreeSet<>(log.entityTablesReadBy(SelectOwner.CALLER));
        read.addAll(log.entityTablesReadBy(SelectOwner.UNIT_OF_WORK));
        return environment.model().settings().relations().stream()
                .filter(relation -> relation.holdsKey() && read.contains(table(relation.entity())))
                .map(relation -> table(relation.target()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String table(String entity) {
        return BaseTable.ofEntity(entity).orElseThrow().table();
    }

    /** The statements, without those of the audit itself. */
    List<RecordedStatement> statements() {
        return environment.recorder().log().statements().stream()
                .filter(statement -> !environment.isAudit(statement))
                .toList();
    }

    /** Returns whether the last statement that failed is an INSERT. */
    boolean isInsertRefused() {
        return statements().stream()
                .filter(statement -> !statement.success())
                .reduce((first, second) -> second)
                .filter(statement -> statement.kind() == StatementKind.INSERT)
                .isPresent();
    }

    AuditCounts audited() {
        List<AuditedRow> rows = new ArrayList<>(environment.audit().read().rows());
        foreignRows.forEach(rows::remove);
        return new AuditCounts(rows);
    }

    static Map<String, RowCounts> counts(AuditCounts audited, RowOrigin... origins) {
        Map<String, RowCounts> counts = new TreeMap<>();
        for (String table :
                new TreeSet<>(audited.rows().stream().map(AuditedRow::table).toList())) {
            RowCounts ofTable = new RowCounts(
                    sum(audited, table, RowOperation.INSERT, origins),
                    sum(audited, table, RowOperation.UPDATE, origins),
                    sum(audited, table, RowOperation.DELETE, origins));
            if (!ofTable.equals(new RowCounts(0, 0, 0))) {
                counts.put(table, ofTable);
            }
        }
        return counts;
    }

    private static int sum(AuditCounts audited, String table, RowOperation operation, RowOrigin... origins) {
        return (int) Stream.of(origins)
                .mapToLong(origin -> audited.count(table, operation, origin))
                .sum();
    }
}
