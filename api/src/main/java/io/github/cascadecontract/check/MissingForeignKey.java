package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.JoinColumn;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mapped key has a foreign key, unless the mapping says that there shall be none and nothing is left to it. */
final class MissingForeignKey implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.placed()
                .filter(key -> key.constraints().isEmpty())
                .filter(key -> isNeeded(subject, key.mapped())
                        || !isUnwanted(key.mapped().foreignKey()))
                .map(key -> finding(subject, key));
    }

    private static Finding finding(Subject subject, PlacedKey key) {
        MappedKey mapped = key.mapped();
        FindingCode code =
                isNeeded(subject, mapped) ? FindingCode.PASSIVE_WITHOUT_FOREIGN_KEY : FindingCode.MISSING_FOREIGN_KEY;
        String sentence = "%s has no foreign key on %s to %s: %s."
                .formatted(
                        key.table().readable(),
                        key.columns(),
                        key.parent().readable(),
                        isNeeded(subject, mapped)
                                ? "rows that are left to the database stay and refer to a removed " + mapped.parent()
                                : "plain SQL can leave rows that refer to nothing");
        return key.finding(code, sentence, Mend.foreignKey(key, action(subject, mapped)));
    }

    /** Whether the contract counts on the key to act. */
    private static boolean isNeeded(Subject subject, MappedKey key) {
        boolean isBelow = key.removes()
                && subject.reach().contains(subject.table(key.parent().mapping().table()));
        if (isBelow) return true;
        boolean acts = key.declared()
                .filter(action -> action != ReferentialAction.NO_ACTION)
                .isPresent();
        return key.isLeftToDatabase() && (key.parentSide() != null || acts);
    }

    private static ReferentialAction action(Subject subject, MappedKey key) {
        if (key.removes()
                && (key.isLeftToDatabase()
                        || subject.reach()
                                .contains(subject.table(key.parent().mapping().table()))))
            return ReferentialAction.CASCADE;
        boolean isKept = key.isLeftToDatabase() && key.parentSide() != null;
        return key.declared().orElse(isKept ? ReferentialAction.SET_NULL : ReferentialAction.NO_ACTION);
    }

    private static boolean isUnwanted(@Nullable ForeignKey key) {
        return key != null && (isUnwanted(key.childSide()) || isUnwanted(key.parentSide()));
    }

    private static boolean isUnwanted(@Nullable Relation relation) {
        return relation != null
                && Stream.of(relation.attribute().element().getAnnotationsByType(JoinColumn.class))
                        .anyMatch(column -> column.foreignKey().value() == ConstraintMode.NO_CONSTRAINT);
    }
}
