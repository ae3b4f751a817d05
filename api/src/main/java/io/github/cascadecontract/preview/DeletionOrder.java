package io.github.cascadecontract.preview;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.CatalogKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When rows go. The client deletes what hangs deeper first. Within a statement the server goes down level by level, and for
 * each deleted row key by key in the order in which the keys were made. A key that is not deferred is looked at in its turn,
 * NO ACTION like RESTRICT: rows that would go later are still there.
 */
final class DeletionOrder {
    private final List<CatalogKey> keys;
    private final Map<Node, Time> times = new HashMap<>();

    DeletionOrder(Graph graph, List<CatalogKey> keys) {
        this.keys = keys;
        List<Node> nodes = graph.nodes().stream().filter(Node::deletes).toList();
        nodes.forEach(node -> times.put(node, new Time(0, 0)));
        // Circles have no order; as many rounds as there are nodes settle everything else.
        for (int round = 0; round < nodes.size(); round++) nodes.forEach(this::settle);
    }

    /**
     * When rows of a node go.
     *
     * @param height how many levels of client deletions lead to them: the deepest go first
     * @param depth how many levels the server has gone down
     */
    private record Time(int height, int depth) {
        static final Comparator<Time> ORDER =
                Comparator.comparing((Time time) -> -time.height).thenComparing(Time::depth);
    }

    private void settle(Node node) {
        List<Time> above = node.ways().stream()
                .filter(way -> way.from() != null && way.from() != node)
                .map(way -> times.get(way.from()))
                .toList();
        if (above.isEmpty()) return;
        if (node.kind().isClient())
            times.put(node, new Time(above.stream().mapToInt(Time::height).max().orElse(0) + 1, 0));
        else {
            Time first = above.stream().min(Time.ORDER).orElseThrow();
            times.put(node, new Time(first.height(), first.depth() + 1));
        }
    }

    /** The ways to rows that the database has deleted when it looks at what is in the way. */
    List<Way> goneBefore(Way blocking, Node cascaded) {
        return cascaded.ways().stream().filter(way -> isBefore(way, blocking)).toList();
    }

    private boolean isBefore(Way deletion, Way blocking) {
        CatalogKey key = blocking.says().key();
        if (key == null || isDeferred(key)) return true;
        Node deleted = deletion.from();
        Node looked = blocking.from();
        if (deleted == null || looked == null) return true;
        if (deleted == looked) return keys.indexOf(deletion.says().key()) < keys.indexOf(key);
        return Time.ORDER.compare(times.get(deleted), times.get(looked)) < 0;
    }

    private static boolean isDeferred(CatalogKey key) {
        return key.onDelete() == ReferentialAction.NO_ACTION
                && key.clauses().rest().contains("INITIALLY DEFERRED");
    }
}
