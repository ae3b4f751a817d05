package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.CatalogIndex;
import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL makes no index for a foreign key. It matters where parents are removed or children loaded by the key; where
 * nothing speaks of that, as with a country that nobody removes, it is only worth knowing. An index that begins with a part
 * of a composite key is taken for one that was weighed. What is protected is never removed.
 */
final class MissingIndex implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        Stream<Finding> mapped = subject.placed()
                .filter(key -> !isServed(key))
                .filter(key -> key.mapped().parentSide() != null
                        || !key.mapped().parent().isProtected())
                .map(key -> mapped(subject, key));
        Stream<Finding> unmapped = subject.constraints()
                .filter(key -> subject.mapped(key).isEmpty())
                .filter(key -> subject.isMapped(key.parent().sql()))
                .filter(key -> key.table().kind() != CatalogTable.Kind.OTHER && !isServed(key.table(), key.columns()))
                .map(key -> unmapped(subject, key));
        return Stream.concat(mapped, unmapped);
    }

    /** A foreign key with more columns than the mapping knows is looked for by all of them. */
    private static boolean isServed(PlacedKey key) {
        return isServed(key.table(), key.columns())
                || key.constraints().stream()
                        .flatMap(constraint ->
                                key.table().indexes().stream().filter(index -> index.leadsWith(constraint.columns())))
                        .findAny()
                        .isPresent();
    }

    private static boolean isServed(CatalogTable table, List<String> columns) {
        return table.indexes().stream()
                .filter(CatalogIndex::isUsable)
                .anyMatch(index -> index.columns().stream()
                        .findFirst()
                        .filter(columns::contains)
                        .isPresent());
    }

    private static Finding mapped(Subject subject, PlacedKey key) {
        MappedKey mapped = key.mapped();
        String loading = mapped.parentSide() == null ? "" : ", and so does loading " + mapped.name();
        String sentence = sentence(key.table(), key.columns(), mapped.parent().name(), loading);
        return key.finding(
                isUsed(subject, key) ? FindingCode.KEY_WITHOUT_INDEX : FindingCode.LOOKUP_WITHOUT_INDEX,
                sentence,
                Mend.index(key.table(), key.columns()));
    }

    private static boolean isUsed(Subject subject, PlacedKey key) {
        MappedKey mapped = key.mapped();
        return mapped.parentSide() != null
                || mapped instanceof ElementsKey
                || key.action().filter(MissingIndex::acts).isPresent()
                || isRemovedByCascade(subject, mapped.parent());
    }

    /** Somebody thought of removals who gave the key an action. */
    private static boolean acts(ReferentialAction action) {
        return action != ReferentialAction.NO_ACTION;
    }

    private static boolean isRemovedByCascade(Subject subject, EntityModel entity) {
        String table = subject.table(entity.mapping().table());
        return subject.allCascades().cascades().stream()
                .anyMatch(cascade -> cascade.child().equals(table));
    }

    private static Finding unmapped(Subject subject, CatalogKey key) {
        String parent = subject.entity(key.parent().sql())
                .map(EntityModel::name)
                .orElse("row of " + key.parent().readable());
        String sentence = sentence(key.table(), key.columns(), parent, "");
        return Findings.of(
                acts(key.onDelete()) ? FindingCode.KEY_WITHOUT_INDEX : FindingCode.LOOKUP_WITHOUT_INDEX,
                subject,
                key,
                sentence,
                Mend.index(key.table(), key.columns()));
    }

    private static String sentence(CatalogTable table, List<String> columns, String parent, String besides) {
        return "No index of %s begins with %s: each removed %s makes PostgreSQL read all of %s%s."
                .formatted(table.readable(), String.join(", ", columns), parent, table.readable(), besides);
    }
}
