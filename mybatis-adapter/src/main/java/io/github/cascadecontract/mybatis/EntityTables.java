package io.github.cascadecontract.mybatis;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables of all entities of a contract. */
final class EntityTables {
    private final CascadeContract contract;
    private final Map<EntityModel, EntityTable> byModel = new LinkedHashMap<>();

    EntityTables(CascadeContract contract, ColumnTypes types) {
        this.contract = contract;
        List<ForeignKey> keys = contract.entities().stream()
                .flatMap(model -> model.referringKeys().stream())
                .toList();
        for (EntityModel model : contract.entities()) byModel.put(model, new EntityTable(model, keys, types));
        for (EntityTable table : byModel.values())
            table.link(table.model().withSubtypes().stream().map(this::of).toList());
    }

    CascadeContract contract() {
        return contract;
    }

    Collection<EntityTable> all() {
        return byModel.values();
    }

    EntityTable of(EntityModel model) {
        return Objects.requireNonNull(byModel.get(model), "not an entity of this contract");
    }

    /** The table of an entity, also of a generated subclass. */
    EntityTable of(Class<?> type) {
        return of(contract.entity(type));
    }
}
