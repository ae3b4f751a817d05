package io.github.cascadecontract.preview;

import static io.github.cascadecontract.catalog.Identifier.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A query for the rows that one way leads to; alias {@code c} is the row, {@code s} where it starts. */
final class RowQuery {
    private final Way way;
    private final Start start;
    private final StringBuilder from = new StringBuilder();
    private final List<String> conditions = new ArrayList<>();
    private final boolean isByChange;

    private RowQuery(Way way, Start start, boolean isByChange) {
        this.way = way;
        this.start = start;
        this.isByChange = isByChange;
        start();
        hops();
        Path.OfType type = way.source().path().type();
        if (type != null) conditions.add(condition(type));
        Node nulled = way.source().nulled();
        if (nulled != null && nulled.isReadable()) conditions.add(isNoneOf("c.tableoid", "c.ctid", nulled));
    }

    /** Where the rows above come from. */
    enum Start {
        /** From a common table expression. */
        EXPRESSION,
        /** From the working table {@code w} of a recursive query. */
        RECURSION
    }

    /** One query, or two where the flush writes keys before: rows whose key stays, and rows that get one. */
    static List<RowQuery> of(Way way, Start start) {
        List<RowQuery> queries = new ArrayList<>(List.of(new RowQuery(way, start, false)));
        boolean isChanged = way.source().path().hops().stream().anyMatch(hop -> hop.changed() != null);
        if (isChanged) queries.add(new RowQuery(way, start, true));
        return queries;
    }

    static String union(List<String> queries) {
        return String.join(" UNION ALL ", queries);
    }

    /** A condition that a row is not among those of a node. */
    static String isNoneOf(String tableoid, String ctid, Node node) {
        return "NOT EXISTS (SELECT FROM %1$s x WHERE x.t = %2$s AND x.r = %3$s)".formatted(node.name(), tableoid, ctid);
    }

    /** Way, node and identity of the row. */
    String identities() {
        return "SELECT %s AS e, %d AS n, c.tableoid AS t, c.ctid AS r%s"
                .formatted(number(), way.to().number(), rest());
    }

    /** Identity of the row, way, and the columns that its node carries. */
    String rows() {
        String columns = way.to().columns().stream()
                .map(column -> ", c.%s AS %s".formatted(quoted(column), way.to().column(column)))
                .collect(Collectors.joining());
        return "SELECT c.tableoid AS t, c.ctid AS r, %s AS e%s%s".formatted(number(), columns, rest());
    }

    private String number() {
        return start == Start.RECURSION && way.isLoop() ? "w.e" : String.valueOf(way.number());
    }

    private String rest() {
        return from + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
    }

    private void start() {
        Given given = way.source().given();
        Node above = way.from();
        if (given != null) from.append(" FROM %s s".formatted(given.name()));
        else if (start == Start.EXPRESSION)
            from.append(" FROM %s s".formatted(Objects.requireNonNull(above).name()));
        else {
            from.append(
                    " FROM %s s".formatted(Objects.requireNonNull(above).table().sql()));
            conditions.add("s.ctid = w.r AND s.tableoid = w.t AND w.n = " + above.number());
        }
    }

    private List<String> startColumns() {
        List<String> stored = way.source().path().start();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) columns.add("s." + startColumn(stored.get(i), i));
        return columns;
    }

    private String startColumn(String stored, int place) {
        if (way.source().given() != null) return "k" + place;
        if (start == Start.RECURSION) return quoted(stored);
        return Objects.requireNonNull(way.from()).column(stored);
    }

    private void hops() {
        List<String> before = startColumns();
        List<Path.Hop> hops = way.source().path().hops();
        for (int i = 0; i < hops.size(); i++) {
            String alias = i == hops.size() - 1 ? "c" : "h" + i;
            hop(hops.get(i), alias, before);
            before = columns(alias, hops.get(i).out());
        }
    }

    private void hop(Path.Hop hop, String alias, List<String> before) {
        ChangedKeys changed = hop.changed();
        if (changed != null && isByChange) byChange(hop, changed, alias, before);
        else join(hop.table().sql() + " " + alias, columns(alias, hop.in()), before);
        if (changed == null || isByChange) return;
        List<String> ids = columns(alias, changed.idColumns());
        conditions.add("NOT EXISTS (SELECT FROM %s k WHERE %s)"
                .formatted(changed.given().name(), equal(ids, children(changed))));
    }

    private void byChange(Path.Hop hop, ChangedKeys changed, String alias, List<String> before) {
        List<String> parents =
                hop.in().stream().map(column -> "k." + changed.parent(column)).toList();
        join(changed.given().name() + " k", parents, before);
        join(hop.table().sql() + " " + alias, columns(alias, changed.idColumns()), children(changed));
    }

    private static List<String> children(ChangedKeys changed) {
        List<String> children = new ArrayList<>();
        for (int i = 0; i < changed.idColumns().size(); i++) children.add("k." + changed.child(i));
        return children;
    }

    private void join(String table, List<String> columns, List<String> before) {
        from.append(" JOIN %s ON %s".formatted(table, equal(columns, before)));
    }

    private static String equal(List<String> columns, List<String> values) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) pairs.add(columns.get(i) + " = " + values.get(i));
        return String.join(" AND ", pairs);
    }

    private static List<String> columns(String alias, List<String> stored) {
        return stored.stream().map(column -> alias + "." + quoted(column)).toList();
    }

    private static @Nullable String condition(Path.OfType type) {
        String values = type.values().stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        return "c.%s IN (%s)".formatted(quoted(type.column()), values);
    }
}
