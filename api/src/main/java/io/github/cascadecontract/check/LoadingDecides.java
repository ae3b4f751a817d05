package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.stream.Stream;

/** Without REMOVE the client sets keys of loaded children to NULL; under ON the database should do the same to others. */
final class LoadingDecides implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.keys().stream()
                .filter(LoadingDecides::isMixed)
                .flatMap(key -> subject
                        .action(key)
                        .filter(action ->
                                action == ReferentialAction.CASCADE || action == ReferentialAction.SET_DEFAULT)
                        .map(action -> finding(subject, key, action))
                        .stream());
    }

    private static boolean isMixed(MappedKey key) {
        Relation relation = key.parentSide();
        return key instanceof RelationKey
                && relation != null
                && relation.passiveDeletes() == Mode.ON
                && !relation.removes();
    }

    private static Finding finding(Subject subject, MappedKey key, ReferentialAction action) {
        String sentence = "When %s is removed, children in %s that are loaded get the key NULL, the others %s (%s)."
                .formatted(
                        key.parent(),
                        key.name(),
                        action == ReferentialAction.CASCADE ? "are deleted" : "get the default",
                        "ON DELETE " + action.sql());
        String mend = subject.place(key)
                .filter(place -> !place.isNotNull())
                .flatMap(PlacedKey::constraint)
                .map(constraint -> Mend.action(constraint, ReferentialAction.SET_NULL))
                .orElse(null);
        return Findings.of(FindingCode.OUTCOME_DEPENDS_ON_LOADING, subject, key, sentence, mend);
    }
}
