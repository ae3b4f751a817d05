package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.PassiveDeletes.Mode;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.TableMapping;
import java.util.Optional;
import java.util.stream.Stream;

/** Entities whose rows are removed without being read: by the database, or by a set statement. */
final class UnreadRemovals {
    private UnreadRemovals() {}

    /** By what an entity's rows are removed so, empty if by nothing. */
    static Optional<String> of(Subject subject, EntityModel entity) {
        return byDatabase(subject, entity).or(() -> bySetStatement(subject, entity));
    }

    private static Optional<String> byDatabase(Subject subject, EntityModel entity) {
        return entity.mapping().tables().stream()
                .map(TableMapping::table)
                .map(subject::table)
                .flatMap(table -> subject.reach().into(table).stream())
                .findFirst()
                .map(cascade -> "the database over " + cascade.name());
    }

    private static Optional<String> bySetStatement(Subject subject, EntityModel entity) {
        return subject.keys().stream()
                .flatMap(key -> Stream.ofNullable(key.parentSide()))
                .filter(relation -> relation.passiveDeletes() == Mode.SET_BASED && relation.removes())
                .filter(relation -> relation.target() == entity && isChain(relation))
                .findFirst()
                .map(relation -> "set statements over " + relation);
    }

    /** Where the engine reads the children all the same, nothing is skipped. */
    private static boolean isChain(Relation relation) {
        EntityModel target = relation.target();
        boolean goesOn = target.relations().stream()
                .filter(below -> below != relation.inverse())
                .anyMatch(below -> below.removes() && below.keySide() != KeySide.TARGET);
        return !goesOn && target.withSubtypes().size() == 1 && !target.overlaps(relation.entity());
    }
}
