package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Work that the database would do. Not where somebody chose OFF, where a child or what hangs below it needs reading, or where
 * the cascade would end at a lower key.
 */
final class UnusedCascade implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.keys().stream()
                .filter(key -> key.removes() && isUnsaid(key.parentSide()))
                .filter(key -> subject.action(key)
                        .filter(ReferentialAction.CASCADE::equals)
                        .isPresent())
                .filter(key -> key.foreignKey() != null)
                .filter(key -> mayGoUnread(
                        subject, Objects.requireNonNull(key.foreignKey()).child(), new HashSet<>()))
                .map(key -> finding(subject, key));
    }

    private static boolean isUnsaid(@Nullable Relation relation) {
        return relation != null && relation.mapping().settings().passiveDeletes() == null;
    }

    private static boolean mayGoUnread(Subject subject, EntityModel child, Set<EntityModel> seen) {
        if (!seen.add(child)) return true;
        boolean isPlain = child.supertype() == null
                && child.subtypes().isEmpty()
                && Features.callbacks(child).isEmpty()
                && Features.version(child).isEmpty()
                && Features.cache(child).isEmpty();
        return isPlain && subject.keyIndex().to(child).stream().allMatch(key -> mayGoUnread(subject, key, seen));
    }

    private static boolean mayGoUnread(Subject subject, MappedKey key, Set<EntityModel> seen) {
        ReferentialAction action = subject.action(key).orElse(ReferentialAction.NO_ACTION);
        if (action != ReferentialAction.CASCADE) return Actions.changesKey(action) && !key.removes();
        return key.foreignKey() == null || mayGoUnread(subject, key.foreignKey().child(), seen);
    }

    private static Finding finding(Subject subject, MappedKey key) {
        String sentence = "%s reads its children and removes them one by one, and the key would remove them."
                .formatted(key.name());
        return Findings.of(FindingCode.CASCADE_NOT_USED, subject, key, sentence, null);
    }
}
