package io.github.cascadecontract.check;

import io.github.cascadecontract.catalog.CatalogIndex;
import io.github.cascadecontract.catalog.CatalogTable;
import java.util.Collection;

/** Unique indexes, those of primary keys and constraints among them. */
final class UniqueIndexes {
    private UniqueIndexes() {}

    /** Whether no two rows have the same values in these columns. */
    static boolean cover(CatalogTable table, Collection<String> columns) {
        return table.indexes().stream()
                .filter(CatalogIndex::isUnique)
                .filter(CatalogIndex::isUsable)
                .anyMatch(index -> !index.columns().isEmpty() && columns.containsAll(index.columns()));
    }

    static boolean cover(PlacedKey key) {
        return cover(key.table(), key.columns())
                || key.constraints().stream().anyMatch(constraint -> cover(key.table(), constraint.columns()));
    }
}
