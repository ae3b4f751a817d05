package io.github.cascadecontract.check;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keys that may be NULL although no row should have NULL there. Left out: the key of a tree, whose root has none; keys in a
 * circle, one of which must wait; a child of several owners; a subclass in one table with others; and a key that only the
 * parent knows, which providers write after the row.
 */
final class NullableKeys implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.keys().stream()
                .flatMap(key -> Stream.ofNullable(key.foreignKey())
                        .filter(foreignKey -> !sharesTable(foreignKey.child()))
                        .flatMap(foreignKey -> finding(subject, key, foreignKey)));
    }

    private static Stream<Finding> finding(Subject subject, MappedKey key, ForeignKey foreignKey) {
        boolean isNullable = subject.place(key)
                .map(place -> !place.isNotNull())
                .orElse(subject.catalog().isEmpty() && key.isNullable());
        if (!isNullable) return Stream.empty();
        if (!key.isNullable()) return Stream.of(differs(subject, key));
        boolean isOrphanKey = removesOrphans(foreignKey.parentSide()) && foreignKey.childSide() != null;
        return isOrphanKey && !mayBeNull(subject, foreignKey) ? Stream.of(orphans(subject, key)) : Stream.empty();
    }

    private static boolean mayBeNull(Subject subject, ForeignKey key) {
        long owners = subject.keyIndex().of(key.child()).stream()
                .filter(other -> removesOrphans(other.parentSide()))
                .count();
        return owners > 1 || subject.keyIndex().leadsTo(key.parent(), key.child());
    }

    private static boolean sharesTable(EntityModel child) {
        EntityModel above = child.supertype();
        return above != null && above.mapping().table().equals(child.mapping().table());
    }

    private static boolean removesOrphans(@Nullable Relation relation) {
        return relation != null && relation.orphanRemoval();
    }

    private static Finding orphans(Subject subject, MappedKey key) {
        String sentence =
                "%s removes orphans, and its key %s of %s may be NULL: a row with NULL belongs to nobody and is never removed."
                        .formatted(key.name(), key.columnNames(), key.table());
        return Findings.of(FindingCode.NULLABLE_ORPHAN_KEY, subject, key, sentence, mend(subject, key));
    }

    private static Finding differs(Subject subject, MappedKey key) {
        String sentence = "The mapping of %s says that %s of %s is not NULL, the column may be NULL."
                .formatted(key.name(), key.columnNames(), key.table());
        return Findings.of(FindingCode.NULLABILITY_DIFFERS, subject, key, sentence, mend(subject, key));
    }

    private static @Nullable String mend(Subject subject, MappedKey key) {
        return subject.place(key)
                .map(place -> Mend.columns(place.table(), place.columns(), "SET NOT NULL"))
                .orElse(null);
    }
}
