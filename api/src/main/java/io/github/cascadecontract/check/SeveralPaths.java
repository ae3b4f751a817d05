package io.github.cascadecontract.check;

import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ways by which the rows of a table follow one and the same removed row. */
final class SeveralPaths implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        CascadeGraph graph = subject.databaseCascades();
        return graph.cascades().stream()
                .filter(cascade -> !cascade.isTree())
                .collect(Collectors.groupingBy(Cascade::child, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(ways -> finding(subject, graph, ways).stream());
    }

    private static Optional<Finding> finding(Subject subject, CascadeGraph graph, List<Cascade> ways) {
        return ways.stream()
                .flatMap(one -> ways.stream()
                        .filter(other -> ways.indexOf(one) < ways.indexOf(other))
                        .map(other -> common(graph, one, other))
                        .filter(Objects::nonNull)
                        .map(common -> finding(subject, common, ways)))
                .findFirst();
    }

    private static @Nullable String common(CascadeGraph graph, Cascade one, Cascade other) {
        Set<String> above = above(graph, one);
        above.retainAll(above(graph, other));
        return graph.tables().stream().filter(above::contains).findFirst().orElse(null);
    }

    private static Set<String> above(CascadeGraph graph, Cascade cascade) {
        Set<String> above = graph.tables().stream()
                .filter(table -> graph.below(table).contains(cascade.parent()))
                .collect(Collectors.toCollection(HashSet::new));
        above.add(cascade.parent());
        return above;
    }

    private static Finding finding(Subject subject, String common, List<Cascade> ways) {
        Cascade first = ways.get(0);
        String table =
                first.mapped() == null ? first.child() : first.mapped().table().toString();
        String sentence = "Rows of %s can follow one removed row of %s on several ways: over %s."
                .formatted(
                        table,
                        subject.entity(common).map(Object::toString).orElse(common),
                        ways.stream().map(Cascade::name).collect(Collectors.joining(", ")));
        return Findings.of(FindingCode.SEVERAL_CASCADE_PATHS, subject, first, sentence, null);
    }
}
