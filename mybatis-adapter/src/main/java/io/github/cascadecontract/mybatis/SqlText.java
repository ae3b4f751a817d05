package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.IdGeneration;
import io.github.cascadecontract.spi.PostgreSql;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The text of generated statements; PostgreSQL's own words are all here. */
final class SqlText {
    private SqlText() {}

    /** SELECT of rows by the column that names their owner; columns are called c0, c1 and so on, the id first. */
    static String select(EntityTable table, String from, String owner) {
        List<Column> columns = table.columns();
        String list = IntStream.range(0, columns.size())
                .mapToObj(i -> ", t.%s AS c%d".formatted(columns.get(i).sql().name(), i + 1))
                .collect(Collectors.joining());
        return "SELECT t.%s AS c0%s, %s AS owner FROM %s WHERE %s"
                .formatted(table.id().sql().name(), list, owner, from, PostgreSql.anyOf(owner));
    }

    /** The rows of a many-to-many, with their links. */
    static String linked(LinkTable links, Relation relation, EntityTable target) {
        return "%s l JOIN %s t ON t.%s = l.%s"
                .formatted(
                        links.table(),
                        target.table(),
                        target.id().sql().name(),
                        links.columnsOfTarget(relation).get(0));
    }

    static String insertSet(EntityTable table, RowSet rows) {
        return "INSERT INTO %s (%s)%s SELECT * FROM %s"
                .formatted(table.table(), names(rows.columns()), overriding(table), unnest(rows));
    }

    static String insertRow(EntityTable table, RowSet row) {
        return "INSERT INTO %s (%s)%s VALUES (%s)"
                .formatted(
                        table.table(),
                        names(row.columns()),
                        overriding(table),
                        joined(row.columns(), ", ", column -> "?"));
    }

    /** The first columns are the id and, if there is one, the old version; the others are written. */
    static String updateSet(EntityTable table, RowSet rows) {
        int keys = keyCount(table);
        List<SqlColumn> columns = rows.columns();
        String assignments = IntStream.range(keys, columns.size())
                .mapToObj(i -> "%s = v.v%d".formatted(columns.get(i).name(), i))
                .collect(Collectors.joining(", "));
        return "UPDATE %s AS t SET %s FROM %s AS v (%s) WHERE %s"
                .formatted(table.table(), assignments, unnest(rows), valueNames(rows), matching(table));
    }

    /** The same columns; the parameters of the keys come last. */
    static String updateRow(EntityTable table, RowSet row) {
        int keys = keyCount(table);
        List<SqlColumn> written = row.columns().subList(keys, row.columns().size());
        String version = keys == 1 ? "" : " AND %s = ?".formatted(versionName(table));
        return "UPDATE %s SET %s WHERE %s = ?%s"
                .formatted(
                        table.table(),
                        joined(written, ", ", column -> column.name() + " = ?"),
                        table.id().sql().name(),
                        version);
    }

    static String delete(String table, String column) {
        return "DELETE FROM %s WHERE %s".formatted(table, PostgreSql.anyOf(column));
    }

    /** Deletes only rows that have the given version. */
    static String deleteVersions(EntityTable table, RowSet rows) {
        return "DELETE FROM %s AS t USING %s AS v (%s) WHERE %s"
                .formatted(table.table(), unnest(rows), valueNames(rows), matching(table));
    }

    static String insertLinks(String table, RowSet rows) {
        return "INSERT INTO %s (%s) SELECT * FROM %s".formatted(table, names(rows.columns()), unnest(rows));
    }

    static String deleteLinks(String table, RowSet rows) {
        String source = rows.columns().get(0).name();
        String target = rows.columns().get(1).name();
        return "DELETE FROM %s AS t USING %s AS v (v0, v1) WHERE t.%s = v.v0 AND t.%s = v.v1"
                .formatted(table, unnest(rows), source, target);
    }

    /** Takes the next ids of a sequence, as many as the parameter says. */
    static String nextIds(String sequence) {
        return "SELECT nextval(s.name) FROM (SELECT %s::regclass AS name OFFSET 0) s, generate_series(1, ?)"
                .formatted(sequence);
    }

    static String identitySequence(EntityTable table) {
        return "pg_get_serial_sequence('%s', '%s')"
                .formatted(
                        literal(table.table()), literal(folded(table.id().sql().name())));
    }

    static String namedSequence(EntityTable table) {
        return "'%s'".formatted(literal(String.valueOf(table.idMapping().sequence())));
    }

    private static String literal(String text) {
        return text.replace("'", "''");
    }

    /** The function takes the column as the catalogue has it: lower case unless quoted. */
    private static String folded(String name) {
        boolean quoted = name.startsWith("\"") && name.endsWith("\"") && name.length() > 2;
        return quoted ? name.substring(1, name.length() - 1) : name.toLowerCase(Locale.ROOT);
    }

    /** An identity column that is GENERATED ALWAYS would refuse the id that its sequence gave before. */
    private static String overriding(EntityTable table) {
        return table.idMapping().generation() == IdGeneration.IDENTITY ? " OVERRIDING SYSTEM VALUE" : "";
    }

    /** How many columns of an update identify the row. */
    static int keyCount(EntityTable table) {
        return table.version() == null ? 1 : 2;
    }

    private static String matching(EntityTable table) {
        String byId = "t.%s = v.v0".formatted(table.id().sql().name());
        return table.version() == null ? byId : byId + " AND t.%s = v.v1".formatted(versionName(table));
    }

    private static String versionName(EntityTable table) {
        return Objects.requireNonNull(table.version()).sql().name();
    }

    private static String unnest(RowSet rows) {
        return joined(rows.columns(), ", ", column -> "?::" + elementType(column) + "[]")
                .transform("unnest(%s)"::formatted);
    }

    private static String elementType(SqlColumn column) {
        return Objects.requireNonNull(column.type().element()).typeName();
    }

    private static String valueNames(RowSet rows) {
        return IntStream.range(0, rows.columns().size()).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
    }

    private static String names(List<SqlColumn> columns) {
        return joined(columns, ", ", SqlColumn::name);
    }

    private static String joined(List<SqlColumn> columns, String separator, Function<SqlColumn, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(separator));
    }
}
