package io.github.cascadecontract.mybatis;

import java.util.Collection;

/** The state of a relation whose members are rows of another table. */
sealed interface SelectedState extends RelationState permits CollectionState, InverseReferenceState {
    /** Takes over members that were selected together with those of other owners. */
    void fill(Collection<?> selected);
}
