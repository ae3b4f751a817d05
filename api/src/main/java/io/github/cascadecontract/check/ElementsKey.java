package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.ElementCollectionMapping;
import io.github.cascadecontract.mapping.TableName;
import java.util.List;
import java.util.Optional;

/**
 * From an element collection to its entity. The client always removes the elements.
 *
 * @param entity the entity that declares it
 * @param elements the collection
 */
record ElementsKey(EntityModel entity, ElementCollectionMapping elements) implements MappedKey {
    @Override
    public TableName table() {
        return elements.table();
    }

    @Override
    public List<String> columns() {
        return elements.keyColumns();
    }

    @Override
    public EntityModel parent() {
        return entity;
    }

    @Override
    public String attribute() {
        return elements.attribute().name();
    }

    @Override
    public Optional<ReferentialAction> declared() {
        return Optional.empty();
    }

    @Override
    public boolean isNullable() {
        return false;
    }

    @Override
    public boolean isLeftToDatabase() {
        return false;
    }

    @Override
    public boolean removes() {
        return true;
    }
}
