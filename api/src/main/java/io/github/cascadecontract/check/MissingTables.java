package io.github.cascadecontract.check;

import io.github.cascadecontract.catalog.Catalog;
import io.github.cascadecontract.catalog.CatalogColumn;
import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import java.util.Locale;
import java.util.stream.Stream;

/** Mapped tables and columns are there. A naming strategy may have put other underscores into values, not into keys. */
final class MissingTables implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.catalog().stream()
                .flatMap(catalog ->
                        MappedColumns.of(subject.contract()).stream().flatMap(columns -> findings(catalog, columns)));
    }

    private static Stream<Finding> findings(Catalog catalog, MappedColumns columns) {
        return catalog.table(columns.table())
                .map(table -> missing(table, columns))
                .orElseGet(() -> Stream.of(missing(columns)));
    }

    private static Stream<Finding> missing(CatalogTable table, MappedColumns columns) {
        Stream<String> keys = columns.keys().stream()
                .filter(column -> table.column(Identifier.stored(column)).isEmpty());
        Stream<String> values = columns.values().stream()
                .filter(column -> table.columns().stream()
                        .map(CatalogColumn::name)
                        .noneMatch(found -> plain(found).equals(plain(Identifier.stored(column)))));
        return Stream.concat(keys, values).distinct().map(column -> missing(table, columns, column));
    }

    private static String plain(String column) {
        return column.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static Finding missing(CatalogTable table, MappedColumns columns, String column) {
        return new Finding(
                FindingCode.MISSING_COLUMN,
                columns.entity().name(),
                columns.attribute(),
                table.readable(),
                null,
                "%s has no column %s.".formatted(table.readable(), column),
                null);
    }

    private static Finding missing(MappedColumns columns) {
        return new Finding(
                FindingCode.MISSING_TABLE,
                columns.entity().name(),
                columns.attribute(),
                columns.table().toString(),
                null,
                "There is no table %s%s."
                        .formatted(columns.table(), columns.table().schema() == null ? " on the search path" : ""),
                null);
    }
}
