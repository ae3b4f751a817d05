package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.ForeignKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Orders entities so that what must come first does. A circle is opened at a key that may be NULL (rule REM-9). Works with
 * lists, not recursion: a chain of 100,000 rows is data, not a stack.
 */
final class DependencyOrder {
    private final EntityMap<Node> nodes = new EntityMap<>();
    private final EntitySet opened = new EntitySet();
    private final Function<List<ForeignKey>, RuntimeException> refusal;

    /**
     * Makes an order.
     *
     * @param entities what to order; ties keep this order
     * @param refusal makes the error for a circle of NOT NULL keys
     */
    DependencyOrder(Iterable<?> entities, Function<List<ForeignKey>, RuntimeException> refusal) {
        this.refusal = refusal;
        for (Object entity : entities) nodes.putIfAbsent(entity, new Node(entity));
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
        Deque<Node> ready = new ArrayDeque<>();
        for (Node node : nodes.values()) if (node.open == 0) ready.add(node);
        while (sorted.size() < nodes.keys().size()) {
            if (ready.isEmpty()) ready.add(openCircle());
            Node node = ready.poll();
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

    private void release(Link link, Deque<Node> ready) {
        Node after = nodes.get(link.after());
        if (after == null || after.done || opened.contains(link)) return;
        if (--after.open == 0) ready.add(after);
    }

    private Node openCircle() {
        while (true) {
            List<Link> circle = findCircle();
            Link weakest = circle.stream()
                    .filter(link -> link.key().isNullable())
                    .findFirst()
                    .orElseThrow(() -> refusal.apply(
                            circle.stream().map(Link::key).distinct().toList()));
            opened.add(weakest);
            Node after = nodes.get(weakest.after());
            if (after != null && --after.open == 0) return after;
        }
    }

    /** Follows what waits for what until an entity comes again. */
    private List<Link> findCircle() {
        Node start =
                nodes.values().stream().filter(node -> !node.done).findFirst().orElseThrow();
        EntitySet seen = new EntitySet();
        List<Link> path = new ArrayList<>();
        Node node = start;
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

    private static final class Node {
        final Object entity;
        final List<Link> followers = new ArrayList<>();
        final List<Link> waitingFor = new ArrayList<>();
        int open;
        boolean done;

        Node(Object entity) {
            this.entity = entity;
        }
    }
}
