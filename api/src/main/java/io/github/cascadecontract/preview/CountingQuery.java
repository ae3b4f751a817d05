package io.github.cascadecontract.preview;

import static io.github.cascadecontract.catalog.Identifier.quoted;

import io.github.cascadecontract.preview.RowQuery.Start;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One statement that counts all rows: a common table expression for each node, each row told by table and place
 * ({@code t}, {@code r}), which hold within a statement, and by the first way that leads to it ({@code e}).
 */
final class CountingQuery {
    private static final String NOWHERE = "SELECT 0 AS e, 0 AS n, 0::oid AS t, NULL::tid AS r WHERE false";

    private final Graph graph;
    private final Query query = new Query();
    private final ToldRows told;
    private String separator = "WITH RECURSIVE ";

    CountingQuery(Graph graph, DeletionOrder order) {
        this.graph = graph;
        this.told = new ToldRows(order);
    }

    /** The expressions, without the final SELECT. */
    Query expressions() {
        graph.givens().forEach(given -> {
            expression(given.name());
            given.write(query);
            query.add(")");
        });
        List<Node> readable = graph.nodes().stream().filter(Node::isReadable).toList();
        Components.of(readable).forEach(this::component);
        return query;
    }

    static boolean isCountable(Way way) {
        boolean isFound = way.source().path().hops().stream().allMatch(hop -> UncountedTables.isCountable(hop.table()));
        Node from = way.from();
        return isFound && (!way.follows() || from == null || from.isReadable());
    }

    private Query expression(String name) {
        query.add(separator).add(name).add(" AS (");
        separator = ",\n";
        return query;
    }

    private void component(List<Node> component) {
        if (Components.isCircle(component)) circle(component);
        else rows(component.get(0));
        told.add(component);
    }

    private void rows(Node node) {
        List<String> found = countable(node)
                .flatMap(way -> RowQuery.of(way, Start.EXPRESSION).stream())
                .map(RowQuery::rows)
                .toList();
        expression(node.name());
        if (found.isEmpty()) query.add(nothing(node));
        else query.add(told.leftOut(node, isEachRowFoundOnce(node) ? RowQuery.union(found) : firstWay(node, found)));
        query.add(")");
    }

    private static Stream<Way> countable(Node node) {
        return node.ways().stream().filter(CountingQuery::isCountable);
    }

    private static String nothing(Node node) {
        return "SELECT c.tableoid AS t, c.ctid AS r, 0 AS e%s FROM %s c WHERE false"
                .formatted(columns(node, "c"), node.table().sql());
    }

    /** A row has one parent over one key, and over a key no row is found twice. */
    private static boolean isEachRowFoundOnce(Node node) {
        List<Path> paths = countable(node).map(way -> way.source().path()).toList();
        return paths.stream().allMatch(path -> path.hops().size() == 1)
                && paths.stream().map(path -> path.last().in()).distinct().count() == 1;
    }

    private static String firstWay(Node node, List<String> found) {
        String columns = node.columns().stream()
                .map(column -> ", " + node.column(column))
                .collect(Collectors.joining());
        return "SELECT t, r, min(e) AS e%1$s FROM (%2$s) x GROUP BY t, r%1$s".formatted(columns, RowQuery.union(found));
    }

    private void circle(List<Node> component) {
        String name = "circle" + component.get(0).number();
        List<Way> ways = component.stream().flatMap(CountingQuery::countable).toList();
        List<String> into = identities(ways.stream().filter(way -> !isWithin(way, component)), Start.EXPRESSION);
        List<String> within = identities(ways.stream().filter(way -> isWithin(way, component)), Start.RECURSION);
        String isNotKnown = told.isNotKnown(component);
        expression(name)
                .add(into.isEmpty() ? NOWHERE : found(into) + isNotKnown)
                .add(" UNION SELECT f.e, f.n, f.t, f.r FROM %s w CROSS JOIN LATERAL (%s) f%s)"
                        .formatted(name, RowQuery.union(within), isNotKnown));
        component.forEach(node -> rowsOf(node, name));
    }

    private static String found(List<String> rows) {
        return "SELECT f.e, f.n, f.t, f.r FROM (%s) f".formatted(RowQuery.union(rows));
    }

    private static List<String> identities(Stream<Way> ways, Start start) {
        return ways.flatMap(way -> RowQuery.of(way, start).stream())
                .map(RowQuery::identities)
                .toList();
    }

    private static boolean isWithin(Way way, List<Node> component) {
        return way.follows() && component.contains(way.from());
    }

    private void rowsOf(Node node, String circle) {
        String rows = "SELECT f.t, f.r, f.e%s FROM (SELECT t, r, min(e) AS e FROM %s WHERE n = %d GROUP BY t, r) f"
                .formatted(columns(node, "c"), circle, node.number());
        String columns = " JOIN %s c ON c.ctid = f.r AND c.tableoid = f.t"
                .formatted(node.table().sql());
        expression(node.name())
                .add(told.leftOut(node, node.columns().isEmpty() ? rows : rows + columns))
                .add(")");
    }

    private static String columns(Node node, String alias) {
        return node.columns().stream()
                .map(column -> ", %s.%s AS %s".formatted(alias, quoted(column), node.column(column)))
                .collect(Collectors.joining());
    }
}
