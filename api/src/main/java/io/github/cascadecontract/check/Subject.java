package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.Catalog;
import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.EntityModel;
import io.github.cascadecontract.mapping.TableName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is checked: a contract, and the database's catalogue or none. */
final class Subject {
    private final CascadeContract contract;
    private final @Nullable Catalog catalog;
    private final List<MappedKey> keys;
    private final KeyIndex keyIndex;
    private final Map<MappedKey, PlacedKey> places = new LinkedHashMap<>();
    private final Map<CatalogKey, MappedKey> mappedKeys = new HashMap<>();
    private final Map<String, EntityModel> entities = new LinkedHashMap<>();
    private final Map<TableName, String> tables = new HashMap<>();
    private final Set<String> mappedTables;
    private final CascadeGraph databaseCascades;
    private final CascadeGraph allCascades;
    private final DatabaseReach reach;

    private Subject(CascadeContract contract, @Nullable Catalog catalog) {
        this.contract = contract;
        this.catalog = catalog;
        this.keys = MappedKeys.of(contract);
        this.keyIndex = new KeyIndex(keys);
        if (catalog != null) place(new KeyPlaces(catalog));
        for (EntityModel entity : contract.entities())
            entities.merge(table(entity.mapping().table()), entity, (one, other) -> one.covers(other) ? one : other);
        this.mappedTables = MappedTables.of(contract).stream().map(this::table).collect(Collectors.toSet());
        this.databaseCascades = new CascadeGraph(Cascades.byDatabase(this));
        this.allCascades = new CascadeGraph(Cascades.all(this));
        this.reach = new DatabaseReach(databaseCascades);
    }

    static Subject of(CascadeContract contract) {
        return new Subject(contract, null);
    }

    static Subject of(CascadeContract contract, Catalog catalog) {
        return new Subject(contract, catalog);
    }

    private void place(KeyPlaces database) {
        for (MappedKey key : keys)
            database.place(key).ifPresent(place -> {
                places.put(key, place);
                place.constraints().forEach(constraint -> mappedKeys.putIfAbsent(constraint, key));
            });
    }

    CascadeContract contract() {
        return contract;
    }

    /** What the database has, empty if it was not looked at. */
    Optional<Catalog> catalog() {
        return Optional.ofNullable(catalog);
    }

    /** All keys that the mapping declares or implies. */
    List<MappedKey> keys() {
        return keys;
    }

    /** The same, by the entities at their ends. */
    KeyIndex keyIndex() {
        return keyIndex;
    }

    /** The keys whose tables and columns are in the database; none if it was not looked at. */
    Stream<PlacedKey> placed() {
        return places.values().stream();
    }

    /** The key in the database, if that was looked at and has its tables. */
    Optional<PlacedKey> place(MappedKey key) {
        return Optional.ofNullable(places.get(key));
    }

    /** All foreign keys; none if the database was not looked at. */
    Stream<CatalogKey> constraints() {
        return catalog().stream().flatMap(found -> found.keys().stream());
    }

    /** The mapped key over a foreign key, empty if the mapping does not know it. */
    Optional<MappedKey> mapped(CatalogKey constraint) {
        return Optional.ofNullable(mappedKeys.get(constraint));
    }

    /** What happens to rows whose parent is deleted: what the database does, or if it was not looked at, what is declared. */
    Optional<ReferentialAction> action(MappedKey key) {
        return catalog == null ? key.declared() : place(key).flatMap(PlacedKey::action);
    }

    /** One name for a table, be it known from the mapping or from the database. */
    String table(TableName name) {
        return catalog()
                .flatMap(found -> found.table(name))
                .map(CatalogTable::sql)
                .orElseGet(name::toString);
    }

    /** The uppermost entity of a table, empty for a link table, an element collection or an unmapped table. */
    Optional<EntityModel> entity(String table) {
        return Optional.ofNullable(entities.get(table));
    }

    /** Whether the mapping knows a table: of an entity, of links, or of an element collection. */
    boolean isMapped(String table) {
        return mappedTables.contains(table);
    }

    /** What the database removes with what. */
    CascadeGraph databaseCascades() {
        return databaseCascades;
    }

    /** What database and client remove with what. */
    CascadeGraph allCascades() {
        return allCascades;
    }

    /** What the database removes unread. */
    DatabaseReach reach() {
        return reach;
    }
}
