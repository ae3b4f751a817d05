package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mapped key has a foreign key, unless the mapping says that there shall be none and nothing is left to it. */
final class MissingForeignKey implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.placed()
                .filter(key -> key.constraints().isEmpty())
                .filter(key -> isNeeded(subject, key.mapped()) || !NoConstraint.isSaidOf(key.mapped()))
                .map(key -> finding(subject, key));
    }

    private static Finding finding(Subject subject, PlacedKey key) {
        MappedKey mapped = key.mapped();
        FindingCode code =
                isNeeded(subject, mapped) ? FindingCode.PASSIVE_WITHOUT_FOREIGN_KEY : FindingCode.MISSING_FOREIGN_KEY;
        String sentence = "%s has no foreign key on %s to %s: %s."
                .formatted(
                        key.table().readable(),
                        key.columnNames(),
                        key.parent().readable(),
                        isNeeded(subject, mapped)
                                ? "rows that are left to the database stay and refer to a removed " + mapped.parent()
                                : "plain SQL can leave rows that refer to nothing");
        return key.finding(code, sentence, mend(subject, key));
    }

    /** Whether the contract counts on the key to act. */
    private static boolean isNeeded(Subject subject, MappedKey key) {
        if (key.removes() && isBelowCascade(subject, key)) return true;
        boolean acts = key.declared()
                .filter(action -> action != ReferentialAction.NO_ACTION)
                .isPresent();
        return key.isLeftToDatabase() && (key.parentSide() != null || acts);
    }

    /** Not where the rows shall stay and their key cannot become NULL: then nobody says what should happen. */
    private static @Nullable String mend(Subject subject, PlacedKey key) {
        MappedKey mapped = key.mapped();
        if (mapped.removes() && (mapped.isLeftToDatabase() || isBelowCascade(subject, mapped)))
            return Mend.foreignKey(key, ReferentialAction.CASCADE);
        boolean isKept = mapped.isLeftToDatabase() && mapped.parentSide() != null;
        if (isKept && mapped.declared().isEmpty() && key.isNotNull()) return null;
        ReferentialAction usual = isKept ? ReferentialAction.SET_NULL : ReferentialAction.NO_ACTION;
        return Mend.foreignKey(key, mapped.declared().orElse(usual));
    }

    private static boolean isBelowCascade(Subject subject, MappedKey key) {
        return subject.reach().contains(subject.table(key.parent().mapping().table()));
    }
}
