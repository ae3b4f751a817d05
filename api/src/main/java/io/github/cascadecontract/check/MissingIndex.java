package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.CatalogIndex;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.stream.Stream;

/**
 * PostgreSQL makes no index for a foreign key. It matters where parents are removed or children loaded by the key; where
 * nothing speaks of that, as with a country that nobody removes, it is only worth knowing. An index that begins with a part
 * of a composite key is taken for one that was weighed.
 */
final class MissingIndex implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.placed()
                .filter(key -> !isServed(key))
                .filter(key -> key.mapped().parentSide() != null
                        || !key.mapped().parent().isProtected())
                .map(MissingIndex::finding);
    }

    private static boolean isServed(PlacedKey key) {
        return key.table().indexes().stream()
                .filter(CatalogIndex::isUsable)
                .anyMatch(index -> index.columns().stream()
                        .findFirst()
                        .filter(key.columns()::contains)
                        .isPresent());
    }

    private static Finding finding(PlacedKey key) {
        boolean isUsed = isUsed(key);
        String sentence = "%s has no index that begins with %s: each removed %s makes PostgreSQL read all of %s%s."
                .formatted(
                        key.table().readable(),
                        key.columns(),
                        key.mapped().parent(),
                        key.table().readable(),
                        key.mapped().parentSide() == null
                                ? ""
                                : ", and so does loading " + key.mapped().name());
        FindingCode code = isUsed ? FindingCode.KEY_WITHOUT_INDEX : FindingCode.LOOKUP_WITHOUT_INDEX;
        return key.finding(code, sentence, Mend.index(key.table(), key.columns()));
    }

    private static boolean isUsed(PlacedKey key) {
        boolean acts = key.action()
                .filter(action -> action != ReferentialAction.NO_ACTION)
                .isPresent();
        return acts || key.mapped().parentSide() != null || key.mapped() instanceof ElementsKey;
    }
}
