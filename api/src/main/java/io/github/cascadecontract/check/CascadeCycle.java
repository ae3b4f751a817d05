package io.github.cascadecontract.check;

import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Circles of tables, each told once, at its first table. A tree is a circle of one table, and usual. */
final class CascadeCycle implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        Stream<Finding> trees = subject.databaseCascades().cascades().stream()
                .filter(cascade -> cascade.isTree() && cascade.constraint() != null)
                .map(cascade -> tree(subject, cascade));
        return Stream.concat(circles(subject), trees);
    }

    private static Stream<Finding> circles(Subject subject) {
        CascadeGraph graph = subject.allCascades();
        Set<String> told = new HashSet<>();
        List<Finding> found = new ArrayList<>();
        for (String table : graph.tables()) {
            Set<String> circle = circle(graph, table);
            if (circle.size() > 1 && told.addAll(circle)) found.add(finding(subject, graph, table, circle));
        }
        return found.stream();
    }

    private static Set<String> circle(CascadeGraph graph, String table) {
        return graph.below(table).stream()
                .filter(other -> graph.below(other).contains(table))
                .collect(Collectors.toSet());
    }

    private static Finding finding(Subject subject, CascadeGraph graph, String table, Set<String> circle) {
        List<Cascade> inside = graph.cascades().stream()
                .filter(cascade -> circle.contains(cascade.parent()) && circle.contains(cascade.child()))
                .filter(cascade -> !cascade.isTree())
                .toList();
        Cascade first = inside.stream()
                .filter(cascade -> cascade.parent().equals(table))
                .findFirst()
                .orElse(inside.get(0));
        String keys = inside.stream().map(Cascade::name).collect(Collectors.joining(", "));
        String sentence =
                "%d tables remove each other's rows in a circle, over %s: the removal of one row may come back to its own table."
                        .formatted(circle.size(), keys);
        return Findings.of(FindingCode.CASCADE_CYCLE, subject, first, sentence, null);
    }

    private static Finding tree(Subject subject, Cascade cascade) {
        String sentence =
                "%s removes the rows below a removed row of the same table, at all depths.".formatted(cascade.name());
        return Findings.of(FindingCode.CASCADE_IN_TREE, subject, cascade, sentence, null);
    }
}
