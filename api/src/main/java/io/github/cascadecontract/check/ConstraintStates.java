package io.github.cascadecontract.check;

import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Foreign keys that are there and do not do what one expects: deferrable, not validated, or twice. */
final class ConstraintStates implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.placed()
                .flatMap(key -> Stream.concat(
                        key.constraints().stream().flatMap(constraint -> states(subject, constraint)),
                        twice(subject, key).stream()));
    }

    private static Stream<Finding> states(Subject subject, CatalogKey key) {
        return Stream.of(deferrable(subject, key), notValidated(subject, key)).flatMap(Optional::stream);
    }

    private static Optional<Finding> deferrable(Subject subject, CatalogKey key) {
        if (!key.isDeferrable()) return Optional.empty();
        String sentence = "The key %s of %s is deferrable: while it is deferred a violation is told at commit."
                .formatted(key.name(), key.table().readable());
        String mend = "ALTER TABLE %s ALTER CONSTRAINT %s NOT DEFERRABLE;"
                .formatted(key.table().sql(), Identifier.quoted(key.name()));
        return Optional.of(Findings.of(FindingCode.DEFERRABLE_KEY, subject, key, sentence, mend));
    }

    private static Optional<Finding> notValidated(Subject subject, CatalogKey key) {
        if (key.isValidated()) return Optional.empty();
        String sentence = "The key %s of %s is NOT VALID: rows that were there before it may refer to nothing."
                .formatted(key.name(), key.table().readable());
        String mend = Mend.validate(key.table(), Identifier.quoted(key.name()));
        return Optional.of(Findings.of(FindingCode.NOT_VALIDATED_KEY, subject, key, sentence, mend));
    }

    private static Optional<Finding> twice(Subject subject, PlacedKey place) {
        List<CatalogKey> same = place.constraints().stream()
                .filter(key -> Set.copyOf(key.columns()).equals(new HashSet<>(place.columns())))
                .toList();
        if (same.size() < 2) return Optional.empty();
        String names = String.join(
                ", ",
                same.stream()
                        .map(key -> key.name() + " (" + key.onDelete().sql() + ")")
                        .toList());
        String sentence = "The foreign keys %s of %s stand on the same columns."
                .formatted(names, place.table().readable());
        return Optional.of(
                Findings.of(FindingCode.DUPLICATE_FOREIGN_KEY, subject, same.get(0), sentence, drop(place, same)));
    }

    /** Only where it is clear which one is wanted. */
    private static @Nullable String drop(PlacedKey place, List<CatalogKey> same) {
        CatalogKey kept = same.stream()
                .filter(key ->
                        place.mapped().declared().filter(key.onDelete()::equals).isPresent())
                .findFirst()
                .orElse(null);
        boolean allEqual = same.stream().map(CatalogKey::onDelete).distinct().count() == 1;
        CatalogKey wanted = kept == null && allEqual ? same.get(0) : kept;
        if (wanted == null) return null;
        return "ALTER TABLE %s %s;"
                .formatted(
                        Objects.requireNonNull(wanted).table().sql(),
                        String.join(
                                ", ",
                                same.stream()
                                        .filter(key -> key != wanted)
                                        .map(key -> "DROP CONSTRAINT " + Identifier.quoted(key.name()))
                                        .toList()));
    }
}
