package io.github.cascadecontract.preview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Rows that earlier expressions tell: no later one counts them again. */
final class ToldRows {
    private final DeletionOrder order;
    private final List<Node> told = new ArrayList<>();

    ToldRows(DeletionOrder order) {
        this.order = order;
    }

    void add(Collection<Node> nodes) {
        told.addAll(nodes);
    }

    /**
     * A query without such rows. A full join, because it is never done row by row, however wrong the server estimates the
     * number of rows; the condition is written so that it remains one.
     */
    String leftOut(Node node, String rows) {
        List<String> gone = goneBefore(node).stream()
                .map(other -> "SELECT t, r FROM " + other.name() + inTime(node, other))
                .toList();
        if (gone.isEmpty()) return rows;
        String columns = node.columns().stream()
                .map(column -> ", f." + node.column(column))
                .collect(Collectors.joining());
        return ("SELECT f.t, f.r, f.e%s FROM (%s) f FULL JOIN (%s) x ON x.t = f.t AND x.r = f.r"
                        + " WHERE x.t IS NULL AND coalesce(f.e, -1) >= 0")
                .formatted(columns, rows, RowQuery.union(gone));
    }

    /** What is in the way is so for one key alone, and only as long as it is there. */
    private String inTime(Node node, Node gone) {
        if (node.kind() != Node.Kind.BLOCKING || gone.kind() != Node.Kind.CASCADED) return "";
        List<String> ways = order.goneBefore(node.ways().get(0), gone).stream()
                .map(way -> String.valueOf(way.number()))
                .toList();
        return ways.isEmpty() ? " WHERE false" : " WHERE e IN (%s)".formatted(String.join(", ", ways));
    }

    /**
     * A condition on rows {@code f} that a circle goes through. Below what the client knows it has said itself what it does.
     * Below what it reads there is no need to stop: the same rows are found from there.
     */
    String isNotKnown(List<Node> component) {
        List<String> conditions = component.stream()
                .flatMap(node -> goneBefore(node).stream())
                .filter(gone -> gone.kind() == Node.Kind.KNOWN)
                .map(node -> RowQuery.isNoneOf("f.t", "f.r", node))
                .toList();
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private List<Node> goneBefore(Node node) {
        return told.stream()
                .filter(gone -> gone.deletes() && gone.table().equals(node.table()))
                .toList();
    }
}
