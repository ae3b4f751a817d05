package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.Catalog;
import io.github.cascadecontract.contract.CascadeContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is checked: a contract, and the database's catalogue or none. */
final class Subject {
    private final CascadeContract contract;
    private final @Nullable Catalog catalog;
    private final List<MappedKey> keys;
    private final Map<MappedKey, PlacedKey> places = new LinkedHashMap<>();

    private Subject(CascadeContract contract, @Nullable Catalog catalog) {
        this.contract = contract;
        this.catalog = catalog;
        this.keys = MappedKeys.of(contract);
        if (catalog == null) return;
        KeyPlaces database = new KeyPlaces(catalog);
        keys.forEach(key -> database.place(key).ifPresent(place -> places.put(key, place)));
    }

    static Subject of(CascadeContract contract) {
        return new Subject(contract, null);
    }

    static Subject of(CascadeContract contract, Catalog catalog) {
        return new Subject(contract, catalog);
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

    /** The keys whose tables and columns are in the database; none if it was not looked at. */
    Stream<PlacedKey> placed() {
        return places.values().stream();
    }

    /** The key in the database, if that was looked at and has its tables. */
    Optional<PlacedKey> place(MappedKey key) {
        return Optional.ofNullable(places.get(key));
    }

    /** What happens to rows whose parent is deleted: what the database does, or if it was not looked at, what is declared. */
    Optional<ReferentialAction> action(MappedKey key) {
        return catalog == null ? key.declared() : place(key).flatMap(PlacedKey::action);
    }
}
