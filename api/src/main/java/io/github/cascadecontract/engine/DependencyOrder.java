package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.ToIntFunction;

/**
 * Orders entities so that what must come first does. A circle is opened at a key that may be NULL (rule REM-9). Works with
 * lists, not recursion: a chain of 100,000 rows is data, not a stack.
 */
final class DependencyOrder {
    private final EntityMap<Node> nodes = new EntityMap<>();
    private final EntitySet opened = new EntitySet();
    private final Opener opener;
    private int scanned;

    /**
     * Makes an order.
     *
     * @param entities what to order
     * @param rank among what is free to go, the lowest rank goes first; ties keep the order of the entities
     * @param opener opens circles
     */
    DependencyOrder(Iterable<?> entities, ToIntFunction<Object> rank, Opener opener) {
        this.opener = opener;
        for (Object entity : entities) {
            int position = nodes.keys().size();
            nodes.putIfAbsent(entity, new Node(entity, rank.applyAsInt(entity), position));
        }
    }

    /** Chooses the link at which a circle is opened, or refuses. */
    interface Opener {
        Link choose(List<Link> circle);
    }

    /** One entity comes before another because of a key of the given child. */
    record Link(Object before, Object after, ForeignKey key, Object child) {}

    /** Adds a dependency; ignored unless both ends are ordered here, and between an entity and itself. */
    void add(Link link) {
        Node before = nodes.get(link.before());
        Node after = nodes.get(link.after());
        if (before == null || after == null || before == after || isKnown(link, before, after)) return;
        before.followers.add(link);
        after.waitingFor.add(link);
        after.open++;
    }

    /** The entities in order; afterwards {@link #opened()} tells which keys had to be opened. */
    List<Object> sort() {
        List<Object> sorted = new ArrayList<>();
        Queue<Node> ready = new PriorityQueue<>();
        List<Node> all = nodes.values();
        for (Node node : all) if (node.open == 0) ready.add(node);
        while (sorted.size() < all.size()) {
            if (ready.isEmpty()) ready.add(openCircle(all));
            Node node = ready.remove();
            node.done = true;
            sorted.add(node.entity);
            for (Link link : node.followers) release(link, ready);
        }
        return sorted;
    }

    /** The keys that must be NULL for a while, because their rows refer to each other. */
    List<Link> opened() {
        return opened.list().stream().map(Link.class::cast).toList();
    }

    private static boolean isKnown(Link link, Node before, Node after) {
        List<Link> fewer = before.followers.size() < after.waitingFor.size() ? before.followers : after.waitingFor;
        for (Link other : fewer)
            if (other.before() == link.before() && other.after() == link.after() && other.key() == link.key())
                return true;
        return false;
    }

    private void release(Link link, Queue<Node> ready) {
        Node after = nodes.get(link.after());
        if (after == null || after.done || opened.contains(link)) return;
        if (--after.open == 0) ready.add(after);
    }

    private Node openCircle(List<Node> all) {
        while (true) {
            Link weakest = opener.choose(findCircle(all));
            opened.add(weakest);
            Node after = nodes.get(weakest.after());
            if (after != null && --after.open == 0) return after;
        }
    }

    /** Follows what waits for what until an entity comes again. */
    private List<Link> findCircle(List<Node> all) {
        while (all.get(scanned).done) scanned++;
        EntitySet seen = new EntitySet();
        List<Link> path = new ArrayList<>();
        Node node = all.get(scanned);
        while (seen.add(node.entity)) {
            Link link = firstOpen(node);
            path.add(link);
            node = Objects.requireNonNull(nodes.get(link.before()));
        }
        Object again = node.entity;
        int from = 0;
        while (path.get(from).after() != again) from++;
        return path.subList(from, path.size());
    }

    private Link firstOpen(Node node) {
        return node.waitingFor.stream()
                .filter(link -> !opened.contains(link))
                .filter(link -> !Objects.requireNonNull(nodes.get(link.before())).done)
                .findFirst()
                .orElseThrow();
    }

    private static final class Node implements Comparable<Node> {
        private static final Comparator<Node> ORDER =
                Comparator.<Node>comparingInt(node -> node.rank).thenComparingInt(node -> node.position);

        final Object entity;
        final int rank;
        final int position;
        final List<Link> followers = new ArrayList<>();
        final List<Link> waitingFor = new ArrayList<>();
        int open;
        boolean done;

        Node(Object entity, int rank, int position) {
            this.entity = entity;
            this.rank = rank;
            this.position = position;
        }

        @Override
        public int compareTo(Node other) {
            return ORDER.compare(this, other);
        }
    }
}
