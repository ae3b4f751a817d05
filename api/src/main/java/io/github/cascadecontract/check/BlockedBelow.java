package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import io.github.cascadecontract.mapping.TableMapping;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A level below one that is left to the database is left to it too (rule REM-3), whatever its own relation says. No finding
 * where each removal that comes to the parent also takes the lower rows on another way, and none for passive relations,
 * which {@link PassiveAction} looks at.
 */
final class BlockedBelow implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.keys().stream()
                .filter(key -> key.parentSide() != null || !key.isLeftToDatabase())
                .filter(key -> key.parentSide() == null || !MappedKey.isPassive(key.known()))
                .flatMap(key -> finding(subject, key).stream());
    }

    private static Optional<Finding> finding(Subject subject, MappedKey key) {
        Optional<Cascade> above = above(subject, key);
        if (above.isEmpty()) return Optional.empty();
        return subject.action(key)
                .filter(action -> isWrong(key, action))
                .map(action -> finding(subject, key, action, above.get()));
    }

    private static boolean isWrong(MappedKey key, ReferentialAction action) {
        return key.removes() ? action != ReferentialAction.CASCADE : Actions.blocks(action);
    }

    /** How the database comes to the parent, unless it takes the child's rows at the same time. */
    private static Optional<Cascade> above(Subject subject, MappedKey key) {
        String child = subject.table(key.table());
        return key.parentTables().stream()
                .map(TableMapping::table)
                .map(subject::table)
                .filter(parent -> !parent.equals(child))
                .filter(parent -> !subject.reach().isAlsoReached(parent, child))
                .flatMap(parent -> subject.reach().into(parent).stream())
                .findFirst();
    }

    private static Finding finding(Subject subject, MappedKey key, ReferentialAction action, Cascade above) {
        String sentence =
                "The database removes rows of %s over %s, and what refers to them as %s stays, for its key says %s: %s (REM-3)."
                        .formatted(
                                key.parent(),
                                above.name(),
                                key.name(),
                                action.sql(),
                                Actions.blocks(action)
                                        ? "the removal fails if there is any"
                                        : "rows are kept that shall go");
        String mend = subject.place(key).map(PassiveAction::mend).orElse(null);
        return Findings.of(FindingCode.BLOCKED_BELOW_CASCADE, subject, key, sentence, mend);
    }
}
