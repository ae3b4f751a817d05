package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.Catalog;
import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.error.DatabaseException;
import io.github.cascadecontract.mapping.ElementCollectionMapping;
import io.github.cascadecontract.mapping.RelationKind;
import io.github.cascadecontract.mapping.TableMapping;
import io.github.cascadecontract.mapping.TableName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of the database by what the mapping calls them. */
final class MappedTables {
    private final CascadeContract contract;
    private final Catalog catalog;
    private final Map<CatalogTable, EntityModel> entities = new HashMap<>();

    MappedTables(CascadeContract contract, Catalog catalog) {
        this.contract = contract;
        this.catalog = catalog;
        for (EntityModel entity : contract.entities())
            catalog.table(entity.mapping().table())
                    .ifPresent(table -> entities.merge(table, entity, MappedTables::upper));
    }

    private static EntityModel upper(EntityModel one, EntityModel other) {
        return other.covers(one) ? other : one;
    }

    /** All names that the mapping writes. */
    static Set<TableName> names(CascadeContract contract) {
        Set<TableName> names = new LinkedHashSet<>();
        for (EntityModel entity : contract.entities()) {
            entity.mapping().tables().forEach(part -> names.add(part.table()));
            entity.mapping().elementCollections().forEach(values -> names.add(values.table()));
            links(entity).forEach(relation -> names.add(relation.linkTable().table()));
        }
        return names;
    }

    private static Stream<Relation> links(EntityModel entity) {
        return entity.relations().stream().filter(relation -> relation.kind() == RelationKind.MANY_TO_MANY);
    }

    Catalog catalog() {
        return catalog;
    }

    /**
     * The table that holds what a row of the entity and of all that extend it have in common.
     *
     * @throws DatabaseException if it is missing
     */
    CatalogTable of(EntityModel entity) {
        TableMapping first = entity.root().mapping().tables().get(0);
        return table(first.table(), first.idColumns(), entity.name());
    }

    /**
     * A table.
     *
     * @param columns names as the mapping writes them
     * @param reader what needs it, for the error
     * @throws DatabaseException if it is missing, or one of the columns is
     */
    CatalogTable table(TableName name, Collection<String> columns, String reader) {
        CatalogTable table = catalog.table(name).orElseThrow(() -> missing(reader, "table " + name));
        for (String column : columns)
            if (table.column(Identifier.stored(column)).isEmpty())
                throw missing(reader, "column %s of table %s".formatted(column, name));
        return table;
    }

    private static DatabaseException missing(String reader, String what) {
        return new DatabaseException(
                "%s: the database has no %s, or this connection does not see it. Check the mapping, the search path and the rights."
                        .formatted(reader, what),
                null);
    }

    /** The tables that hold parts of a row of the entity or of one that extends it, but for the first. */
    Map<CatalogTable, TableMapping> parts(EntityModel root) {
        Map<CatalogTable, TableMapping> parts = new LinkedHashMap<>();
        for (EntityModel model : root.withSubtypes())
            model.mapping().tables().stream()
                    .skip(1)
                    .forEach(part -> parts.put(table(part.table(), part.idColumns(), model.name()), part));
        return parts;
    }

    /** The collections of values that a row of the entity, or of one that extends it, may have, by name. */
    static Map<String, ElementCollectionMapping> values(EntityModel root) {
        Map<TableName, String> names = new LinkedHashMap<>();
        Map<String, ElementCollectionMapping> values = new LinkedHashMap<>();
        for (EntityModel model : root.withSubtypes())
            for (ElementCollectionMapping found : model.mapping().elementCollections()) {
                String name = model.name() + "." + found.attribute().name();
                if (names.putIfAbsent(found.table(), name) == null) values.put(name, found);
            }
        return values;
    }

    /** The entity whose attributes a table holds; of several that share it the topmost. */
    Optional<EntityModel> entity(CatalogTable table) {
        return Optional.ofNullable(entities.get(table));
    }

    /** Whether no removal may reach the rows of a table (rule PRO-1). */
    boolean isProtected(CatalogTable table) {
        return entity(table).filter(EntityModel::isProtected).isPresent();
    }

    List<EntityModel> entities() {
        return contract.entities();
    }
}
