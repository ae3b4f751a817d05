package io.github.cascadecontract.mybatis;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What one relation of one managed entity held when it was last in step with the database, and how it stands now. */
sealed interface RelationState permits SelectedState, ReferenceState {
    /** Whether it may hold something else now. Costs next to nothing and never loads. */
    boolean mayHaveChanged();

    /** Whether the present value is in memory. */
    boolean isLoaded();

    /** The present members, without loading. */
    Collection<? extends @Nullable Object> members();

    /** The present members, loaded if necessary. */
    Collection<? extends @Nullable Object> load();

    /** The members when it was last in step; of a replaced value they are loaded if necessary. */
    Collection<?> before();

    /** The database has what the relation holds now. */
    void inStep();
}
