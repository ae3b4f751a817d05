package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.Catalog;
import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.mapping.TableMapping;
import io.github.cascadecontract.mapping.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds mapped keys in the catalogue. */
final class KeyPlaces {
    /** Rows that a cascade has taken do not stand in the way of a second key with NO ACTION. */
    private static final List<ReferentialAction> STRONGEST_FIRST = List.of(
            ReferentialAction.CASCADE,
            ReferentialAction.SET_NULL,
            ReferentialAction.SET_DEFAULT,
            ReferentialAction.RESTRICT,
            ReferentialAction.NO_ACTION);

    private final Catalog catalog;
    private final Map<String, List<CatalogKey>> keysByTable;

    KeyPlaces(Catalog catalog) {
        this.catalog = catalog;
        this.keysByTable = catalog.keys().stream()
                .collect(Collectors.groupingBy(key -> key.table().sql()));
    }

    /** The key, empty if a table or column is not there, or a view stands for a table. */
    Optional<PlacedKey> place(MappedKey key) {
        List<TableMapping> above = key.parentTables();
        TableMapping own = above.get(above.size() - 1);
        List<String> columns = Identifier.stored(key.columns());
        List<String> referenced = Identifier.stored(own.idColumns());
        Optional<CatalogTable> parent = table(own.table(), referenced);
        return table(key.table(), columns)
                .flatMap(table -> parent.map(found ->
                        new PlacedKey(key, table, columns, found, referenced, constraints(table, columns, above))));
    }

    private Optional<CatalogTable> table(TableName name, List<String> columns) {
        return catalog.table(name)
                .filter(table -> table.kind() != CatalogTable.Kind.OTHER)
                .filter(table ->
                        columns.stream().allMatch(column -> table.column(column).isPresent()));
    }

    private List<CatalogKey> constraints(CatalogTable table, List<String> columns, List<TableMapping> parents) {
        return keysByTable.getOrDefault(table.sql(), List.of()).stream()
                .filter(key -> parents.stream().anyMatch(parent -> refers(key, columns, parent)))
                .sorted(Comparator.comparing(key -> STRONGEST_FIRST.indexOf(key.onDelete())))
                .toList();
    }

    /** A key may have more columns than the mapping knows, such as that of a tenant. */
    private boolean refers(CatalogKey key, List<String> columns, TableMapping parent) {
        if (catalog.table(parent.table()).filter(key.parent()::equals).isEmpty()) return false;
        List<String> referenced = Identifier.stored(parent.idColumns());
        for (int i = 0; i < columns.size(); i++) {
            int position = key.columns().indexOf(columns.get(i));
            if (position < 0 || !key.parentColumns().get(position).equals(referenced.get(i))) return false;
        }
        return true;
    }
}
