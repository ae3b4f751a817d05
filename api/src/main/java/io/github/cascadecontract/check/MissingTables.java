package io.github.cascadecontract.check;

import io.github.cascadecontract.catalog.Catalog;
import io.github.cascadecontract.catalog.CatalogColumn;
import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import io.github.cascadecontract.finding.Finding;
import io.github.cascadecontract.finding.FindingCode;
import io.github.cascadecontract.mapping.TableName;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Mapped tables and columns are there. A naming strategy may have put other underscores into values, not into keys. */
final class MissingTables implements Check {
    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.catalog().stream()
                .flatMap(catalog -> Stream.concat(missingTables(subject, catalog), missingColumns(subject, catalog)));
    }

    /** Each once, at what is mapped to it first: entities before their keys. */
    private static Stream<Finding> missingTables(Subject subject, Catalog catalog) {
        Map<TableName, Finding> found = new LinkedHashMap<>();
        MappedColumns.of(subject.contract()).stream()
                .filter(columns -> catalog.table(columns.table()).isEmpty())
                .forEach(columns -> found.putIfAbsent(columns.table(), missing(columns)));
        return found.values().stream();
    }

    private static Stream<Finding> missingColumns(Subject subject, Catalog catalog) {
        return MappedColumns.of(subject.contract()).stream()
                .flatMap(columns -> catalog.table(columns.table()).stream().flatMap(table -> missing(table, columns)));
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
