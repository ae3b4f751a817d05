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

    /**
     * SELECT of rows by the columns that name their owner. The columns of the id are called k0, k1 and so on, the others c0,
     * c1, those of the owner o0, o1.
     */
    static String select(EntityTable table, String from, List<SqlColumn> owner) {
        String ofItsClasses = table.selection().condition("t");
        return "SELECT %s, %s FROM %s WHERE %s%s"
                .formatted(columns(table), named(owner, "o", ""), from, anyOf(owner), ofItsClasses);
    }

    private static String columns(EntityTable table) {
        List<SqlColumn> columns = table.selection().columns();
        String ids = named(table.id().sql(), "k", "t.");
        return columns.isEmpty() ? ids : ids + ", " + named(columns, "c", "t.");
    }

    private static String named(List<SqlColumn> columns, String letter, String prefix) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "%s%s AS %s%d".formatted(prefix, columns.get(i).name(), letter, i))
                .collect(Collectors.joining(", "));
    }

    /** The keys of those given that have a row. */
    static String existing(EntityTable table) {
        List<SqlColumn> id = table.id().sql();
        return "SELECT %s FROM %s WHERE %s".formatted(named(id, "k", ""), table.table(), anyOf(id));
    }

    /** Columns with the prefix of a table. */
    static List<SqlColumn> of(String prefix, List<SqlColumn> columns) {
        return columns.stream()
                .map(column -> new SqlColumn(prefix + "." + column.name(), column.type()))
                .toList();
    }

    /** The rows of a many-to-many, with their links. */
    static String linked(LinkTable links, Relation relation, EntityTable target) {
        List<String> columns = links.columnsOfTarget(relation);
        String condition = IntStream.range(0, columns.size())
                .mapToObj(i -> "t.%s = l.%s".formatted(target.id().sql().get(i).name(), columns.get(i)))
                .collect(Collectors.joining(" AND "));
        return "%s l JOIN %s t ON %s".formatted(links.table(), target.table(), condition);
    }

    static String insertSet(EntityTable table, RowSet rows) {
        return "INSERT INTO %s (%s)%s SELECT * FROM %s"
                .formatted(table.table(), names(rows.columns()), overriding(table), unnest(rows.columns()));
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
                .formatted(table.table(), assignments, unnest(rows.columns()), valueNames(rows), matching(rows, keys));
    }

    /** The same columns; the parameters of the keys come last. */
    static String updateRow(EntityTable table, RowSet row) {
        int keys = keyCount(table);
        List<SqlColumn> written = row.columns().subList(keys, row.columns().size());
        return "UPDATE %s SET %s WHERE %s"
                .formatted(
                        table.table(),
                        joined(written, ", ", column -> column.name() + " = ?"),
                        joined(row.columns().subList(0, keys), " AND ", column -> column.name() + " = ?"));
    }

    static String delete(String table, List<SqlColumn> columns) {
        return "DELETE FROM %s WHERE %s".formatted(table, anyOf(columns));
    }

    /** Deletes the rows that have all the given values: an id with its version, or a link. */
    static String deleteMatching(String table, RowSet rows) {
        return "DELETE FROM %s AS t USING %s AS v (%s) WHERE %s"
                .formatted(
                        table,
                        unnest(rows.columns()),
                        valueNames(rows),
                        matching(rows, rows.columns().size()));
    }

    /** A link that is there is not inserted again, also where no key of the table forbids it. */
    static String insertLinks(String table, RowSet rows) {
        return "INSERT INTO %s (%s) SELECT DISTINCT v.* FROM %s AS v (%s) WHERE NOT EXISTS (SELECT FROM %s AS t WHERE %s)"
                .formatted(
                        table,
                        names(rows.columns()),
                        unnest(rows.columns()),
                        valueNames(rows),
                        table,
                        matching(rows, rows.columns().size()));
    }

    /** Takes the next ids of a sequence, as many as the parameter says. */
    static String nextIds(String sequence) {
        return "SELECT nextval(s.name) FROM (SELECT %s::regclass AS name OFFSET 0) s, generate_series(1, ?)"
                .formatted(sequence);
    }

    static String identitySequence(EntityTable table) {
        return "pg_get_serial_sequence('%s', '%s')"
                .formatted(
                        literal(table.table()),
                        literal(folded(table.id().single().name())));
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
        return table.id().columns().size() + (table.version() == null ? 0 : 1);
    }

    /** The first columns of a row are those of a value. */
    private static String matching(RowSet rows, int columns) {
        return IntStream.range(0, columns)
                .mapToObj(i -> "t.%s = v.v%d".formatted(rows.columns().get(i).name(), i))
                .collect(Collectors.joining(" AND "));
    }

    private static String anyOf(List<SqlColumn> columns) {
        return columns.size() == 1
                ? PostgreSql.anyOf(columns.get(0).name())
                : "(%s) IN (SELECT * FROM %s)".formatted(names(columns), unnest(columns));
    }

    private static String unnest(List<SqlColumn> columns) {
        return joined(columns, ", ", column -> "?::" + elementType(column) + "[]")
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
