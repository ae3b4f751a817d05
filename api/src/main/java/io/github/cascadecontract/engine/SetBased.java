package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether children that are not loaded can be handled by set statements (rule REM-1, SET_BASED). Where a chain of keys cannot
 * say which rows are meant, they are selected as with OFF: in a tree, in a circle of tables, where entities extend each
 * other, have element collections, where removal goes on over a many-to-one or many-to-many, and where the same flush moves rows of a lower level.
 */
final class SetBased {
    private final Predicate<ForeignKey> untouched;

    /**
     * Makes the question.
     *
     * @param untouched whether the flush moves no child over a key
     */
    SetBased(Predicate<ForeignKey> untouched) {
        this.untouched = untouched;
    }

    /** Whether set statements can do it. */
    boolean isPossible(Relation relation) {
        if (!relation.removes()) return true;
        return isChain(relation.target(), List.of(relation.key()));
    }

    private boolean isChain(EntityModel entity, List<ForeignKey> above) {
        if (above.stream().anyMatch(key -> key.parent().overlaps(entity)) || hasElements(entity)) return false;
        for (Relation relation : entity.relationsWithSubtypes()) {
            boolean goesOn = relation.removes() && relation.keySide() != KeySide.TARGET;
            if (goesOn && !isBackReference(relation, above)) return false;
            if (relation.keySide() == KeySide.TARGET
                    && Handling.ofSet(relation) != Handling.DATABASE
                    && !isChainBelow(relation, above)) return false;
        }
        return true;
    }

    /** The rows of an element collection are the provider's, and none of its statements would reach them. */
    private static boolean hasElements(EntityModel entity) {
        return entity.withSubtypes().stream()
                .anyMatch(model -> !model.mapping().elementCollections().isEmpty());
    }

    private static boolean isBackReference(Relation relation, List<ForeignKey> above) {
        return relation.keySide() == KeySide.SOURCE && above.contains(relation.key());
    }

    private boolean isChainBelow(Relation relation, List<ForeignKey> above) {
        if (!untouched.test(relation.key())) return false;
        if (!relation.removes()) return true;
        List<ForeignKey> keys = new ArrayList<>(above);
        keys.add(relation.key());
        return isChain(relation.target(), keys);
    }
}
