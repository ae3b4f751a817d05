package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.Relation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key columns of a many-to-one or owning one-to-one in the row of its holder.
 *
 * @param relation the relation
 * @param target the id that they refer to
 * @param firstPlace where in {@link EntityTable#columns} the first of them is
 */
record OwnKey(Relation relation, IdColumns target, int firstPlace) {
    /** The key of the entity referred to, null if the columns are NULL. */
    @Nullable
    Object in(@Nullable Object[] row) {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < target.columns().size(); i++) {
            Object part = row[firstPlace + i];
            if (part == null) return null;
            parts.add(part);
        }
        return target.keyOf(parts);
    }
}
