package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.Catalog;
import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.LinkTable;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.mapping.ElementCollectionMapping;
import io.github.cascadecontract.mapping.RelationKind;
import io.github.cascadecontract.mapping.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the mapping knows about the foreign keys of the database. */
final class MappedKeys {
    private final Catalog catalog;
    private final Map<Held, Meaning> meanings = new LinkedHashMap<>();

    MappedKeys(MappedTables tables) {
        this.catalog = tables.catalog();
        for (EntityModel entity : tables.entities()) {
            entity.referringKeys().forEach(this::add);
            entity.relations().forEach(this::addLinks);
            entity.mapping().elementCollections().forEach(values -> add(entity, values));
        }
    }

    /**
     * What a key stands for.
     *
     * @param relation how texts name it
     * @param isLink whether it is a key of a link table
     * @param key the mapped key, null for those of link tables and element collections
     */
    record Meaning(
            String relation, boolean isLink, @Nullable ForeignKey key) {}

    private record Held(CatalogTable table, Set<String> columns) {}

    private void add(ForeignKey key) {
        Relation side = key.parentSide() == null ? key.childSide() : key.parentSide();
        add(key.table(), key.columns(), new Meaning(String.valueOf(side), false, key));
    }

    private void addLinks(Relation relation) {
        if (relation.kind() != RelationKind.MANY_TO_MANY) return;
        LinkTable links = relation.linkTable();
        add(links.table(), links.columnsOf(relation), new Meaning(relation.toString(), true, null));
        String other = String.valueOf(relation.inverse() == null ? relation : relation.inverse());
        add(links.table(), links.columnsOfTarget(relation), new Meaning(other, true, null));
    }

    private void add(EntityModel entity, ElementCollectionMapping values) {
        String name = entity.name() + "." + values.attribute().name();
        add(values.table(), values.keyColumns(), new Meaning(name, false, null));
    }

    private void add(TableName name, List<String> columns, Meaning meaning) {
        catalog.table(name)
                .ifPresent(table ->
                        meanings.putIfAbsent(new Held(table, Set.copyOf(Identifier.stored(columns))), meaning));
    }

    /** What a key of the database stands for, empty if the mapping does not know it. */
    Optional<Meaning> meaning(CatalogKey key) {
        return Optional.ofNullable(meanings.get(new Held(key.table(), Set.copyOf(key.columns()))));
    }

    /** The name of the constraint over columns as the mapping writes them, null if there is none. */
    @Nullable
    String constraint(CatalogTable table, List<String> columns) {
        Set<String> stored = Set.copyOf(Identifier.stored(columns));
        return catalog.keysOf(table).stream()
                .filter(key -> Set.copyOf(key.columns()).equals(stored))
                .map(CatalogKey::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
