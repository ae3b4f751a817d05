package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.stream.Stream;

/** Foreign keys that the mapping does not know, into tables that it may not know either. Protected ones are told elsewhere. */
final class Unmapped implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.constraints()
                .filter(key -> subject.mapped(key).isEmpty())
                .flatMap(key -> finding(subject, key));
    }

    private static Stream<Finding> finding(Subject subject, CatalogKey key) {
        boolean isOfContract = subject.isMapped(key.parent().sql());
        boolean isReached =
                isOfContract || subject.reach().contains(key.parent().sql());
        if (key.onDelete() == ReferentialAction.CASCADE) return isReached ? below(subject, key) : above(subject, key);
        boolean isInTheWay = isOfContract && Actions.blocks(key.onDelete());
        return isInTheWay ? Stream.of(inTheWay(subject, key)) : Stream.empty();
    }

    private static Stream<Finding> below(Subject subject, CatalogKey key) {
        if (IntoProtected.isProtected(subject, key.table().sql())) return Stream.empty();
        String sentence = "%s of %s, which the mapping does not know, removes rows of %s with rows of %s."
                .formatted(
                        key.name(),
                        String.join(", ", key.columns()),
                        key.table().readable(),
                        key.parent().readable());
        return Stream.of(Findings.of(
                FindingCode.UNMAPPED_CASCADE, subject, key, sentence, Mend.action(key, ReferentialAction.NO_ACTION)));
    }

    private static Stream<Finding> above(Subject subject, CatalogKey key) {
        if (!subject.isMapped(key.table().sql())) return Stream.empty();
        String sentence = "%s removes rows of %s with rows of %s, which the mapping does not know."
                .formatted(key.name(), key.table().readable(), key.parent().readable());
        return Stream.of(Findings.of(FindingCode.CASCADE_FROM_UNMAPPED, subject, key, sentence, null));
    }

    private static Finding inTheWay(Subject subject, CatalogKey key) {
        String sentence =
                "%s of %s, which the mapping does not know, says %s: rows of %s that have rows there cannot be removed."
                        .formatted(
                                key.name(),
                                key.table().readable(),
                                key.onDelete().sql(),
                                key.parent().readable());
        return Findings.of(FindingCode.UNMAPPED_KEY_BLOCKS, subject, key, sentence, null);
    }
}
