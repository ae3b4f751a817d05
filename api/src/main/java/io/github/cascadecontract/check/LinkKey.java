package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.TableName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From a link table to one of its ends.
 *
 * @param link the link table
 * @param parent the entity at that end
 * @param columns the columns that refer to it
 * @param parentSide its relation, null if that end does not map the links
 */
record LinkKey(
        LinkTable link,
        EntityModel parent,
        List<String> columns,
        @Nullable Relation parentSide) implements MappedKey {
    static List<MappedKey> of(LinkTable link) {
        Relation owner = link.owner();
        return List.of(
                new LinkKey(link, owner.entity(), link.columnsOf(owner), owner),
                new LinkKey(link, owner.target(), link.columnsOfTarget(owner), owner.inverse()));
    }

    @Override
    public TableName table() {
        return link.table();
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
        return link.onDelete();
    }

    @Override
    public boolean isNullable() {
        return false;
    }

    @Override
    public boolean removes() {
        return parentSide != null;
    }

    private Relation shown() {
        return parentSide == null ? link.owner() : parentSide;
    }
}
