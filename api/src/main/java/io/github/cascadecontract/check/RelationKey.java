package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.TableName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From a child to its parent.
 *
 * @param foreignKey the key
 */
record RelationKey(ForeignKey foreignKey) implements MappedKey {
    @Override
    public TableName table() {
        return foreignKey.table();
    }

    @Override
    public List<String> columns() {
        return foreignKey.columns();
    }

    @Override
    public EntityModel parent() {
        return foreignKey.parent();
    }

    @Override
    public EntityModel entity() {
        return shown().entity();
    }

    @Override
    public String attribute() {
        return shown().name();
    }

    @Override
    public Optional<ReferentialAction> declared() {
        return foreignKey.onDelete();
    }

    @Override
    public boolean isNullable() {
        return foreignKey.isNullable();
    }

    @Override
    public @Nullable Relation parentSide() {
        return foreignKey.parentSide();
    }

    @Override
    public boolean removes() {
        Relation relation = parentSide();
        return relation != null && relation.removes();
    }

    /** The relation that says what happens to the children, else the one that holds the key. */
    private Relation shown() {
        Relation relation = parentSide();
        return relation == null ? Objects.requireNonNull(foreignKey.childSide()) : relation;
    }
}
