package io.github.cascadecontract.check;

import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has one owner, or one child, has a unique key: the contract sees managed entities only (rule DEC-4). */
final class MissingUniqueKey implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.placed()
                .filter(key -> !UniqueIndexes.cover(key))
                .flatMap(key -> reason(key.mapped()).map(reason -> finding(key, reason)).stream());
    }

    private static Finding finding(PlacedKey key, String reason) {
        String sentence = "%s, but no unique index of %s stands on %s: two rows can get in by concurrent transactions."
                .formatted(reason, key.table().readable(), key.columnNames());
        return key.finding(FindingCode.MISSING_UNIQUE_KEY, sentence, Mend.uniqueIndex(key.table(), key.columns()));
    }

    private static Optional<String> reason(MappedKey key) {
        if (key instanceof LinkKey link) return linkReason(link);
        ForeignKey foreignKey = key.foreignKey();
        if (foreignKey == null) return Optional.empty();
        if (isSingleParent(foreignKey.childSide()))
            return Optional.of("%s has at most one owner (@SingleParent)".formatted(foreignKey.childSide()));
        if (foreignKey.isOneToOne()) return Optional.of(key.name() + " is a one-to-one");
        return foreignKey.isUnique()
                ? Optional.of("The key of " + key.name() + " is said to be unique")
                : Optional.empty();
    }

    /** The far side of the relation that has one owner. */
    private static Optional<String> linkReason(LinkKey link) {
        Relation owner = link.link().owner();
        Relation other = link.parentSide() == owner ? owner.inverse() : owner;
        return isSingleParent(other)
                ? Optional.of("%s has at most one owner (@SingleParent)".formatted(other))
                : Optional.empty();
    }

    private static boolean isSingleParent(@Nullable Relation relation) {
        return relation != null && relation.isSingleParent();
    }
}
