package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import org.jspecify.annotations.Nullable;

/**
 * One object of a graph given to merge and the entity that stands for it.
 *
 * @param object what was given
 * @param model its entity
 * @param target the managed entity, or a new object of the same class
 * @param kind how the target came about
 * @param scope what of it counts as given
 * @param back the reference to the entity under which it is given, which is not read (rule MER-2); null if none
 */
record GivenEntity(
        Object object,
        EntityModel model,
        Object target,
        Kind kind,
        MergeScope scope,
        @Nullable Relation back) {
    /** How the target came about. */
    enum Kind {
        /** It was in memory or in the database. */
        FOUND,
        /** It is a new object. */
        NEW,
        /** It is the given object itself, which is managed. */
        ITSELF
    }

    boolean isNew() {
        return kind == Kind.NEW;
    }
}
