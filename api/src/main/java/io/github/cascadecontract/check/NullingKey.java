package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A relation without REMOVE that the client handles sets keys to NULL when the parent is removed (rule REM-1). Under ALL the
 * client does nothing.
 */
final class NullingKey implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.keys().stream()
                .filter(RelationKey.class::isInstance)
                .filter(NullingKey::isNulled)
                .filter(key -> isNotNull(key, subject.place(key)))
                .map(key -> finding(key, subject.place(key)));
    }

    private static boolean isNulled(MappedKey key) {
        Relation relation = key.parentSide();
        return relation != null && !relation.removes() && relation.passiveDeletes() != Mode.ALL;
    }

    private static boolean isNotNull(MappedKey key, Optional<PlacedKey> place) {
        return !key.isNullable() || place.filter(PlacedKey::isNotNull).isPresent();
    }

    private static Finding finding(MappedKey key, Optional<PlacedKey> place) {
        String loaded = key.known().passiveDeletes() == Mode.ON ? " that is loaded" : "";
        String sentence =
                "%s does not cascade REMOVE, so the removal of %s sets %s of each child%s to NULL, which it must not be: it fails (REM-1)."
                        .formatted(key.name(), key.parent(), key.columnNames(), loaded);
        return place.map(placed -> placed.finding(FindingCode.NULLING_NOT_NULL_KEY, sentence, mend(key, placed)))
                .orElseGet(() -> Findings.of(FindingCode.NULLING_NOT_NULL_KEY, key, sentence));
    }

    /** A key that is a part of the child's id cannot become NULL. */
    private static @Nullable String mend(MappedKey key, PlacedKey placed) {
        boolean isPartOfId = placed.table().primaryKey().stream()
                .anyMatch(column -> placed.columns().contains(column));
        return isPartOfId || !placed.isNotNull()
                ? null
                : Mend.columns(placed.table(), placed.columns(), "DROP NOT NULL");
    }
}
