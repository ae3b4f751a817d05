package io.github.cascadecontract.check;

import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import jakarta.persistence.CascadeType;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An owner persists and removes its children; PERSIST back says that a child makes its owner. */
final class PersistToOwner implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.contract().entities().stream()
                .flatMap(entity -> entity.relations().stream().filter(relation -> relation.entity() == entity))
                .filter(relation -> relation.keySide() == KeySide.SOURCE && relation.cascades(CascadeType.PERSIST))
                .filter(relation -> isOwned(relation.inverse()))
                .map(PersistToOwner::finding);
    }

    private static boolean isOwned(@Nullable Relation inverse) {
        return inverse != null && (inverse.removes() || inverse.cascades(CascadeType.PERSIST));
    }

    private static Finding finding(Relation relation) {
        return Findings.of(
                FindingCode.PERSIST_TO_OWNER,
                relation,
                "%s cascades PERSIST to its owner, which %s leads from: persisting a %s would also insert a new %s (PER-1)."
                        .formatted(relation, relation.inverse(), relation.entity(), relation.target()));
    }
}
