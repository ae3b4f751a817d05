package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.plan.RemovalOutline.Known;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the statement told. */
final class Counts {
    private final Map<Integer, Counted> counted = new HashMap<>();
    private final List<Known> reached = new ArrayList<>();

    private Counts() {}

    /**
     * Rows of one way.
     *
     * @param rows how many
     * @param firstIds ids of the first ten, where somebody wants to know
     */
    record Counted(long rows, List<String> firstIds) {
        Counted {
            firstIds = List.copyOf(firstIds);
        }
    }

    /**
     * Sends the statement.
     *
     * @param watched entities to look for among the rows that the client reads
     */
    static Counts of(Graph graph, MappedTables tables, List<Known> watched, Connection connection) throws SQLException {
        Map<Node, List<Known>> byNode = new HashMap<>();
        for (Known known : watched)
            graph.find(Node.Kind.EACH, tables.of(known.entity()))
                    .filter(Node::isReadable)
                    .ifPresent(node -> byNode.computeIfAbsent(node, absent -> new ArrayList<>())
                            .add(known));
        DeletionOrder order = new DeletionOrder(graph, tables.catalog().keys());
        Counts counts = new Counts();
        List<Known> asked = new ArrayList<>();
        Query query = query(graph, order, byNode, asked);
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) counts.read(rows, asked);
        }
        return counts;
    }

    private static Query query(Graph graph, DeletionOrder order, Map<Node, List<Known>> watched, List<Known> asked) {
        Map<Node, Given> wanted = new HashMap<>();
        watched.forEach((node, known) -> {
            wanted.put(node, given(graph, node, known, asked));
            node.carry(idColumns(known.get(0).entity()));
        });
        List<String> selects = new ArrayList<>();
        graph.nodes().stream().filter(Node::isReadable).map(Counts::count).forEach(selects::add);
        wanted.forEach((node, given) -> selects.add(reached(
                node, given, Objects.requireNonNull(watched.get(node)).get(0).entity())));
        return new CountingQuery(graph, order).expressions().add("\n" + String.join("\nUNION ALL ", selects));
    }

    private static Given given(Graph graph, Node node, List<Known> known, List<Known> asked) {
        CatalogTable table = node.table();
        List<@Nullable String> places = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) places.add(String.valueOf(asked.size() + i));
        asked.addAll(known);
        List<List<Object>> ids = known.stream()
                .map(one -> one.entity().mapping().identity().valuesOf(one.id()))
                .toList();
        return graph.given()
                .columns(table, idColumns(known.get(0).entity()), ids)
                .column("bigint", places);
    }

    private static List<String> idColumns(EntityModel entity) {
        return Identifier.stored(entity.root().mapping().idColumns());
    }

    private static String count(Node node) {
        return "SELECT %1$s.e, count(*), %2$s FROM %1$s GROUP BY %1$s.e".formatted(node.name(), firstIds(node));
    }

    private static String firstIds(Node node) {
        boolean isWanted = node.isProtected()
                || node.ways().stream().anyMatch(way -> way.says().obstacle() != null);
        if (!isWanted || node.table().primaryKey().isEmpty()) return "NULL::text[]";
        String columns = node.table().primaryKey().stream().map(node::column).collect(Collectors.joining(", "));
        boolean isOne = node.table().primaryKey().size() == 1;
        String text = isOne ? columns + "::text" : "'(' || concat_ws(', ', %s) || ')'".formatted(columns);
        return "(SELECT array_agg(f.i) FROM (SELECT %1$s AS i FROM %2$s o WHERE o.e = %2$s.e ORDER BY %3$s LIMIT 10) f)"
                .formatted(text, node.name(), columns);
    }

    private static String reached(Node node, Given given, EntityModel entity) {
        List<String> columns = idColumns(entity);
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) pairs.add("o.%s = k.k%d".formatted(node.column(columns.get(i)), i));
        return "SELECT NULL::int, k.k%d, NULL::text[] FROM %s k JOIN %s o ON %s"
                .formatted(columns.size(), given.name(), node.name(), String.join(" AND ", pairs));
    }

    private void read(ResultSet rows, List<Known> asked) throws SQLException {
        int way = rows.getInt(1);
        if (rows.wasNull()) {
            reached.add(asked.get(rows.getInt(2)));
            return;
        }
        Array ids = rows.getArray(3);
        List<String> firstIds = ids == null ? Collections.emptyList() : List.of((String[]) ids.getArray());
        counted.put(way, new Counted(rows.getLong(2), firstIds));
    }

    /** Rows of a way. */
    Counted of(Way way) {
        Counted found = counted.getOrDefault(way.number(), new Counted(0, List.of()));
        return new Counted(found.rows() + way.source().pending(), found.firstIds());
    }

    /** Which of the watched entities are among the rows that the client reads. */
    List<Known> reached() {
        return reached;
    }
}
