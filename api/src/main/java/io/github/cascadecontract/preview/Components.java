package io.github.cascadecontract.preview;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Nodes in an order in which each comes after those that it is found from; those that are found from each other together. */
final class Components {
    private final Map<Node, Set<Node>> above = new HashMap<>();

    static List<List<Node>> of(List<Node> nodes) {
        return new Components().ordered(nodes);
    }

    /** Whether rows of the nodes are found from each other, so that only a recursive query finds them. */
    static boolean isCircle(List<Node> component) {
        return component.size() > 1 || component.get(0).ways().stream().anyMatch(Way::isLoop);
    }

    private List<List<Node>> ordered(List<Node> nodes) {
        nodes.forEach(node -> above.put(node, above(node)));
        // Whatever leads to a node has fewer nodes above it, unless they lead to each other.
        Comparator<Node> order = Comparator.comparing(Node::kind)
                .thenComparing(node -> leading(node).size())
                .thenComparing(Node::number);
        List<List<Node>> components = new ArrayList<>();
        Set<Node> done = new LinkedHashSet<>();
        for (Node node : nodes.stream().sorted(order).toList()) {
            if (done.contains(node)) continue;
            List<Node> component =
                    nodes.stream().filter(other -> isTogether(node, other)).toList();
            components.add(component);
            done.addAll(component);
        }
        return components;
    }

    private boolean isTogether(Node one, Node other) {
        return one == other || (leading(one).contains(other) && leading(other).contains(one));
    }

    private Set<Node> leading(Node node) {
        return Objects.requireNonNull(above.get(node));
    }

    /** The node and all of its kind that lead to it, at any distance. */
    private static Set<Node> above(Node node) {
        Set<Node> found = new LinkedHashSet<>(List.of(node));
        Deque<Node> open = new ArrayDeque<>(found);
        while (!open.isEmpty())
            for (Way way : open.pop().ways()) {
                Node from = way.from();
                if (from == null || !way.follows() || from.kind() != node.kind()) continue;
                if (found.add(from)) open.push(from);
            }
        return found;
    }
}
