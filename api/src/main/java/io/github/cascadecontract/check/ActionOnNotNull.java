package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.CatalogColumn;
import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * SET NULL needs a column that may be NULL, SET DEFAULT one that has a default. It does not matter where the client acts
 * before the key.
 */
final class ActionOnNotNull implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        Stream<Finding> inDatabase = subject.constraints()
                .filter(key -> Actions.changesKey(key.onDelete()) && acts(subject, key))
                .flatMap(key -> finding(subject, key));
        Stream<Finding> inMapping = subject.catalog().isPresent() ? Stream.empty() : declared(subject);
        return Stream.concat(inDatabase, inMapping);
    }

    private static boolean acts(Subject subject, CatalogKey key) {
        boolean isBelow = subject.reach().contains(key.parent().sql());
        return isBelow
                || subject.mapped(key)
                        .map(MappedKey::isLeftToDatabase)
                        .orElseGet(() -> subject.entity(key.parent().sql()).isPresent());
    }

    private static Stream<Finding> finding(Subject subject, CatalogKey key) {
        Stream<CatalogColumn> changed = key.table().columns().stream()
                .filter(column -> key.changedColumns().contains(column.name()))
                .filter(column -> key.onDelete() == ReferentialAction.SET_NULL || !column.hasDefault());
        return changed.filter(column -> column.isNotNull() || key.onDelete() == ReferentialAction.SET_DEFAULT)
                .map(column -> finding(subject, key, column))
                .limit(1);
    }

    private static Finding finding(Subject subject, CatalogKey key, CatalogColumn column) {
        String sentence = "The key %s of %s says %s, and column %s has %s: %s."
                .formatted(
                        key.name(),
                        key.table().readable(),
                        key.onDelete().sql(),
                        column.name(),
                        key.onDelete() == ReferentialAction.SET_NULL
                                ? "NOT NULL"
                                : column.isNotNull() ? "NOT NULL and no default" : "no default",
                        column.isNotNull() ? "the removal of the parent fails if it has such rows" : "it becomes NULL");
        if (!column.isNotNull())
            return Findings.of(
                    FindingCode.SET_DEFAULT_WITHOUT_DEFAULT,
                    subject,
                    key,
                    sentence,
                    Mend.action(key, ReferentialAction.SET_NULL));
        String mend = Mend.columns(key.table(), List.of(column.name()), "DROP NOT NULL");
        return Findings.of(FindingCode.SET_NULL_ON_NOT_NULL_KEY, subject, key, sentence, mend);
    }

    private static Stream<Finding> declared(Subject subject) {
        return subject.keys().stream()
                .filter(key -> key instanceof RelationKey && !key.isNullable() && key.isLeftToDatabase())
                .filter(key -> key.declared()
                        .filter(ReferentialAction.SET_NULL::equals)
                        .isPresent())
                .map(key -> Findings.of(
                        FindingCode.SET_NULL_ON_NOT_NULL_KEY,
                        key,
                        "@OnDelete says SET NULL, and the key %s of %s is NOT NULL: the removal of %s fails if it has such rows."
                                .formatted(key.columnNames(), key.table(), key.parent())));
    }
}
