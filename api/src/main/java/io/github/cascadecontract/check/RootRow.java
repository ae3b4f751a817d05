package io.github.cascadecontract.check;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.Objects;
import java.util.stream.Stream;

/** ON DELETE CASCADE deletes the row that holds the key, and with JOINED inheritance that is not the whole entity. */
final class RootRow implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.databaseCascades().cascades().stream()
                .filter(cascade -> cascade.mapped() instanceof RelationKey key && isInSubclass(key.foreignKey()))
                .filter(cascade -> cascade.isLeftToDatabase() || subject.reach().contains(cascade.parent()))
                .map(cascade -> finding(subject, cascade));
    }

    private static boolean isInSubclass(ForeignKey key) {
        EntityModel child = key.child();
        return !child.mapping().table().equals(child.root().mapping().table());
    }

    private static Finding finding(Subject subject, Cascade cascade) {
        MappedKey key = Objects.requireNonNull(cascade.mapped());
        ForeignKey foreignKey = Objects.requireNonNull(key.foreignKey());
        EntityModel child = foreignKey.child();
        String sentence = "The database deletes rows of %s over %s and leaves what belongs to them in %s."
                .formatted(key.table(), cascade.name(), child.root().mapping().table());
        return Findings.of(FindingCode.CASCADE_LEAVES_ROOT_ROW, subject, cascade, sentence, null);
    }
}
