package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is {@code @Protected} goes with nothing (rule PRO-1). Cascades between protected tables never start, and those from a
 * table that no removal of the contract reaches are {@link FromUnmapped}'s.
 */
final class IntoProtected implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        List<Cascade> byDatabase = subject.databaseCascades().cascades().stream()
                .filter(cascade -> isProtected(subject, cascade.child()) && !isProtected(subject, cascade.parent()))
                .filter(cascade -> subject.entity(cascade.parent()).isPresent()
                        || subject.reach().contains(cascade.parent()))
                .toList();
        Stream<Relation> byClient = subject.keys().stream()
                .filter(key -> byDatabase.stream().noneMatch(cascade -> key.equals(cascade.mapped())))
                .flatMap(key -> Stream.ofNullable(key.parentSide()))
                .filter(IntoProtected::removesProtected);
        return Stream.concat(
                byDatabase.stream().map(cascade -> byDatabase(subject, cascade)),
                byClient.map(IntoProtected::byClient));
    }

    private static boolean removesProtected(Relation relation) {
        return relation.removes()
                && relation.target().isProtected()
                && !relation.entity().isProtected();
    }

    static boolean isProtected(Subject subject, String table) {
        return subject.entity(table).filter(EntityModel::isProtected).isPresent();
    }

    private static Finding byDatabase(Subject subject, Cascade cascade) {
        EntityModel reached = subject.entity(cascade.child()).orElseThrow();
        String sentence = "%s is @Protected, and %s removes its rows with what they refer to: %s (PRO-1)."
                .formatted(
                        reached,
                        cascade.name(),
                        cascade.mapped() == null
                                ? "the contract does not know the key, so nothing prevents it"
                                : "such a removal is refused, and by plain SQL the rows go");
        return Findings.of(FindingCode.CASCADE_INTO_PROTECTED, subject, cascade, sentence, mend(cascade));
    }

    private static @Nullable String mend(Cascade cascade) {
        return cascade.constraint() == null ? null : Mend.action(cascade.constraint(), ReferentialAction.NO_ACTION);
    }

    private static Finding byClient(Relation relation) {
        return Findings.of(
                FindingCode.CASCADE_INTO_PROTECTED,
                relation,
                "%s cascades REMOVE to %s, which is @Protected: the removal of %s is refused as long as it has any (PRO-1)."
                        .formatted(relation, relation.target(), relation.entity()));
    }
}
