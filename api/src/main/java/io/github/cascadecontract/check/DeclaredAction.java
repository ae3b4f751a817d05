package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code @OnDelete} says what the key has. What a passive relation misses is said there, not here again. */
final class DeclaredAction implements Check {
    private static final String HIBERNATES = "org.hibernate.annotations.OnDelete";

    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.placed().flatMap(key -> finding(key, subject).stream());
    }

    private static Optional<Finding> finding(PlacedKey key, Subject subject) {
        Optional<CatalogKey> constraint = key.constraint();
        Optional<ReferentialAction> declared = key.mapped().declared();
        if (constraint.isEmpty()) return Optional.empty();
        ReferentialAction actual = constraint.get().onDelete();
        if (declared.isEmpty()) return undeclared(key, actual);
        if (declared.get() == actual || PassiveAction.finds(key.mapped(), actual)) return Optional.empty();
        return Optional.of(differs(key, declared.get(), constraint.get(), subject));
    }

    private static Finding differs(PlacedKey key, ReferentialAction declared, CatalogKey constraint, Subject subject) {
        ReferentialAction actual = constraint.onDelete();
        String sentence = "@OnDelete says %s, the key %s says %s: %s."
                .formatted(declared.sql(), key.constraintName(), actual.sql(), effect(key, declared, actual, subject));
        return key.finding(code(key, declared, actual, subject), sentence, Mend.action(constraint, declared));
    }

    private static FindingCode code(
            PlacedKey key, ReferentialAction declared, ReferentialAction actual, Subject subject) {
        if (Actions.blocks(declared) && Actions.blocks(actual)) return FindingCode.BLOCKS_OTHERWISE;
        return decides(key, subject) ? FindingCode.ON_DELETE_DIFFERS : FindingCode.ON_DELETE_MISDECLARED;
    }

    private static String effect(PlacedKey key, ReferentialAction declared, ReferentialAction actual, Subject subject) {
        if (Actions.blocks(declared) && Actions.blocks(actual))
            return "both block the removal, RESTRICT at once and NO ACTION when the statement or a deferred transaction ends";
        return decides(key, subject)
                ? "a removal of %s does the latter".formatted(key.mapped().parent())
                : "the client acts before the key today, plain SQL does not";
    }

    private static boolean decides(PlacedKey key, Subject subject) {
        return key.mapped().isLeftToDatabase()
                || subject.reach().contains(key.parent().sql());
    }

    private static Optional<Finding> undeclared(PlacedKey key, ReferentialAction actual) {
        if (Actions.blocks(actual) || !isSilent(key.mapped())) return Optional.empty();
        return Optional.of(key.finding(
                FindingCode.UNDECLARED_ON_DELETE,
                "The key %s says %s, the mapping does not tell.".formatted(key.constraintName(), actual.sql()),
                null));
    }

    /** Whether nothing says it, not even Hibernate's annotation of the same name. */
    private static boolean isSilent(MappedKey key) {
        return key instanceof RelationKey relation
                && Stream.of(
                                relation.foreignKey().childSide(),
                                relation.foreignKey().parentSide())
                        .filter(Objects::nonNull)
                        .flatMap(
                                side -> Arrays.stream(side.attribute().element().getAnnotations()))
                        .noneMatch(annotation ->
                                annotation.annotationType().getName().equals(HIBERNATES));
    }
}
