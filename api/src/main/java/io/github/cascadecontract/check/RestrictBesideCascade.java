package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.stream.Stream;

/** RESTRICT does not wait to see whether a cascade takes the row on another way. */
final class RestrictBesideCascade implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        CascadeGraph graph = subject.databaseCascades();
        return subject.constraints()
                .filter(key -> key.onDelete() == ReferentialAction.RESTRICT)
                .filter(key -> graph.tables().stream().anyMatch(above -> takesBoth(graph, above, key)))
                .map(key -> finding(subject, key));
    }

    private static boolean takesBoth(CascadeGraph graph, String above, CatalogKey key) {
        String parent = key.parent().sql();
        return graph.below(above).contains(key.table().sql())
                && (above.equals(parent) || graph.below(above).contains(parent));
    }

    private static Finding finding(Subject subject, CatalogKey key) {
        String sentence =
                "The key %s of %s says RESTRICT, and a cascade can take its rows together with those of %s: it may fail where NO ACTION would not."
                        .formatted(
                                key.name(), key.table().readable(), key.parent().readable());
        return Findings.of(
                FindingCode.RESTRICT_BESIDE_CASCADE,
                subject,
                key,
                sentence,
                Mend.action(key, ReferentialAction.NO_ACTION));
    }
}
