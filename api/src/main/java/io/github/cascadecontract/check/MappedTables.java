package io.github.cascadecontract.check;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.ElementCollectionMapping;
import io.github.cascadecontract.mapping.TableMapping;
import io.github.cascadecontract.mapping.TableName;
import java.util.LinkedHashSet;
import java.util.Set;

/** All tables of a contract: those of entities, link tables, and those of element collections. */
final class MappedTables {
    private MappedTables() {}

    static Set<TableName> of(CascadeContract contract) {
        Set<TableName> names = new LinkedHashSet<>();
        contract.entities().forEach(entity -> add(entity, names));
        return names;
    }

    private static void add(EntityModel entity, Set<TableName> names) {
        entity.mapping().tables().stream().map(TableMapping::table).forEach(names::add);
        entity.relations().stream()
                .filter(relation -> relation.keySide() == KeySide.LINK_TABLE)
                .map(Relation::linkTable)
                .forEach(link -> names.add(link.table()));
        entity.mapping().elementCollections().stream()
                .map(ElementCollectionMapping::table)
                .forEach(names::add);
    }
}
