package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All rows that a removal reaches, as nodes, and the ways between them. */
final class Graph {
    private final Map<Identity, Node> nodes = new LinkedHashMap<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<Given> givens = new ArrayList<>();

    private record Identity(Node.Kind kind, CatalogTable table, Object part) {}

    /** The rows of a kind in a table. */
    Node node(Node.Kind kind, CatalogTable table) {
        return node(kind, table, "");
    }

    /**
     * Rows of a kind in a table.
     *
     * @param part tells several nodes of a kind in one table apart
     */
    Node node(Node.Kind kind, CatalogTable table, Object part) {
        return nodes.computeIfAbsent(new Identity(kind, table, part), absent -> new Node(nodes.size(), kind, table));
    }

    Optional<Node> find(Node.Kind kind, CatalogTable table, Object part) {
        return Optional.ofNullable(nodes.get(new Identity(kind, table, part)));
    }

    Optional<Node> find(Node.Kind kind, CatalogTable table) {
        return find(kind, table, "");
    }

    void add(@Nullable Node from, Node to, Way.Source source, Way.Says says) {
        Way way = new Way(ways.size(), from, to, source, says);
        ways.add(way);
        to.ways().add(way);
        if (way.follows() && from != null) from.carry(source.path().start());
        if (says.obstacle() != null) to.carry(to.table().primaryKey());
    }

    /** Whether the client handles all rows that refer to those of a node, so that nothing is left to the key's action. */
    boolean handlesAll(Node from, Path.Hop hop) {
        return from.kind().isClient()
                && from(from).stream().anyMatch(way -> isSame(way, hop) && startsAtAll(way, from));
    }

    private static boolean isSame(Way way, Path.Hop hop) {
        Path path = way.source().path();
        boolean isByIds = way.to().kind() == Node.Kind.NULLED
                && path.last().in().equals(hop.table().primaryKey());
        boolean isPlain = path.hops().size() == 1
                && path.type() == null
                && way.to().kind().isClient()
                && !isByIds;
        return isPlain
                && path.last().table().equals(hop.table())
                && Set.copyOf(path.last().in()).equals(Set.copyOf(hop.in()))
                && Objects.equals(path.last().changed(), hop.changed());
    }

    private static boolean startsAtAll(Way way, Node from) {
        Given given = way.source().given();
        return given == null
                || given.rows()
                        == from.ways().stream()
                                .mapToInt(known -> rows(known.source().given()))
                                .sum();
    }

    private static int rows(@Nullable Given given) {
        return given == null ? 0 : given.rows();
    }

    Given given() {
        Given given = new Given("g" + givens.size());
        givens.add(given);
        return given;
    }

    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    List<Way> ways() {
        return ways;
    }

    /** What the statement gets as parameters. */
    List<Given> givens() {
        return givens;
    }

    /** The ways that lead on from rows; from null those at the top. */
    List<Way> from(@Nullable Node node) {
        return ways.stream().filter(way -> way.from() == node).toList();
    }
}
