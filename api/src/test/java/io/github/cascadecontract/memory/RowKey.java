package io.github.cascadecontract.memory;

import io.github.cascadecontract.contract.EntityModel;

/** One row of one table. */
record RowKey(EntityModel model, Object id) {
    @Override
    public String toString() {
        return model.name() + "#" + id;
    }
}
