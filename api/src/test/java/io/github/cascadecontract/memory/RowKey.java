package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.EntityModel;
import java.util.Objects;

/** One row of one table; entities that extend each other share the ids of one. */
record RowKey(EntityModel model, Object id) {
    @Override
    public boolean equals(Object other) {
        return other instanceof RowKey row && model.root() == row.model.root() && Objects.equals(id, row.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(model.root()), id);
    }

    @Override
    public String toString() {
        return model.name() + "#" + id;
    }
}
