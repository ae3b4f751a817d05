package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A relation that leaves children to the database asks for an action that does what the relation says: CASCADE where it
 * removes, and where it does not any that lets the parent go.
 */
final class PassiveAction implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.keys().stream()
                .filter(PassiveAction::isPassive)
                .flatMap(key -> subject
                        .action(key)
                        .filter(action -> !isRight(key, action))
                        .map(action -> finding(key, action, subject.place(key)))
                        .stream());
    }

    /** Whether this check has something to say, so that others need not say it again. */
    static boolean finds(MappedKey key, ReferentialAction action) {
        return isPassive(key) && !isRight(key, action);
    }

    private static boolean isPassive(MappedKey key) {
        Relation relation = key.parentSide();
        return relation != null && MappedKey.isPassive(relation);
    }

    private static boolean isRight(MappedKey key, ReferentialAction action) {
        return key.removes() ? action == ReferentialAction.CASCADE : !Actions.blocks(action);
    }

    private static Finding finding(MappedKey key, ReferentialAction action, Optional<PlacedKey> place) {
        String sentence =
                "%s leaves rows that are not loaded to the database (PassiveDeletes %s), and the key %s says %s: %s."
                        .formatted(
                                key.name(),
                                key.known().passiveDeletes(),
                                place.map(PlacedKey::constraintName).orElse(key.columnNames() + " of " + key.table()),
                                action.sql(),
                                effect(key, action));
        return place.map(placed -> placed.finding(FindingCode.PASSIVE_WITHOUT_CASCADE, sentence, mend(placed)))
                .orElseGet(() -> Findings.of(FindingCode.PASSIVE_WITHOUT_CASCADE, key, sentence));
    }

    private static String effect(MappedKey key, ReferentialAction action) {
        return Actions.blocks(action)
                ? "the removal of %s fails as long as there are such rows (REM-1)".formatted(key.parent())
                : "such rows stay when %s is removed, although they shall go (REM-1)".formatted(key.parent());
    }

    /** Without REMOVE nobody says that rows shall go: only a key that may be NULL has a plain remedy. */
    static @Nullable String mend(PlacedKey placed) {
        boolean removes = placed.mapped().removes();
        if (!removes && placed.isNotNull()) return null;
        ReferentialAction right = removes ? ReferentialAction.CASCADE : ReferentialAction.SET_NULL;
        return placed.constraint()
                .map(constraint -> Mend.action(constraint, right))
                .orElse(null);
    }
}
