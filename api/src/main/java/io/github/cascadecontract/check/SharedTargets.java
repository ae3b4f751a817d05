package io.github.cascadecontract.check;

import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import io.github.cascadecontract.mapping.RelationKind;
import java.util.stream.Stream;

/** REMOVE and orphanRemoval reach targets that others may share, unless a key says that nobody does. */
final class SharedTargets implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.contract().entities().stream()
                .flatMap(entity -> entity.relations().stream().filter(relation -> relation.entity() == entity))
                .filter(Relation::removes)
                .flatMap(relation -> finding(subject, relation));
    }

    private static Stream<Finding> finding(Subject subject, Relation relation) {
        boolean isManyToMany = relation.kind() == RelationKind.MANY_TO_MANY;
        if (!isManyToMany && relation.kind() != RelationKind.MANY_TO_ONE) return Stream.empty();
        if (isUnique(subject, relation)) return Stream.empty();
        if (!relation.isSingleParent()) return Stream.of(isManyToMany ? manyToMany(relation) : manyToOne(relation));
        return relation.orphanRemoval() ? Stream.of(orphans(relation)) : Stream.empty();
    }

    /** Whether the database, or if it was not looked at, the mapping lets a target have one holder only. */
    private static boolean isUnique(Subject subject, Relation relation) {
        boolean isDeclared =
                relation.kind() == RelationKind.MANY_TO_ONE && relation.key().isUnique();
        return isDeclared
                || subject.placed()
                        .filter(place -> isOver(place.mapped(), relation))
                        .anyMatch(UniqueIndexes::cover);
    }

    /** Whether the key is the one that refers to the relation's target. */
    private static boolean isOver(MappedKey key, Relation relation) {
        if (relation.kind() == RelationKind.MANY_TO_ONE) return key.foreignKey() == relation.key();
        return key instanceof LinkKey link
                && link.link() == relation.linkTable()
                && link.columns().equals(relation.linkTable().columnsOfTarget(relation));
    }

    private static Finding manyToMany(Relation relation) {
        return Findings.of(
                FindingCode.REMOVE_ON_MANY_TO_MANY,
                relation,
                "%s cascades REMOVE over a many-to-many: removing %s removes each linked %s, also where others are linked to it (M2M-2)."
                        .formatted(relation, relation.entity(), relation.target()));
    }

    private static Finding manyToOne(Relation relation) {
        return Findings.of(
                FindingCode.REMOVE_ON_MANY_TO_ONE,
                relation,
                "%s cascades REMOVE over a many-to-one: removing one %s removes its %s, which others may share (REM-8)."
                        .formatted(relation, relation.entity(), relation.target()));
    }

    private static Finding orphans(Relation relation) {
        return Findings.of(
                FindingCode.ORPHAN_REMOVAL_ON_SHARED_TARGET,
                relation,
                "%s removes the %s that it lets go, and that nobody else holds it is checked among managed entities only (DEC-4)."
                        .formatted(relation, relation.target()));
    }
}
