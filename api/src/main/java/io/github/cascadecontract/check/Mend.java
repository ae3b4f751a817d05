package io.github.cascadecontract.check;

import io.github.cascadecontract.annotation.ReferentialAction;
import io.github.cascadecontract.catalog.CatalogKey;
import io.github.cascadecontract.catalog.CatalogTable;
import io.github.cascadecontract.catalog.Identifier;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SQL that mends, ready to run. Locks are kept short: constraints are validated, and indexes built, beside other work. */
final class Mend {
    private Mend() {}

    /** The same foreign key with another action. */
    static String action(CatalogKey key, ReferentialAction action) {
        String name = Identifier.quoted(key.name());
        String references = "FOREIGN KEY (%s) REFERENCES %s (%s)"
                .formatted(columns(key.columns()), key.parent().sql(), columns(key.parentColumns()));
        String definition = words(
                references,
                key.clauses().match(),
                "ON DELETE " + action.sql(),
                key.clauses().rest());
        return "ALTER TABLE %s DROP CONSTRAINT %s, ADD CONSTRAINT %s %s"
                .formatted(key.table().sql(), name, name, validated(key.table(), name, definition));
    }

    /** A new foreign key, named after its columns. */
    static String foreignKey(PlacedKey key, ReferentialAction action) {
        String stored = key.table().name() + "_" + String.join("_", key.columns()) + "_fkey";
        String name = Identifier.quoted(stored.length() > 63 ? stored.substring(stored.length() - 63) : stored);
        String definition = words(
                "FOREIGN KEY (%s) REFERENCES %s (%s)"
                        .formatted(columns(key.columns()), key.parent().sql(), columns(key.parentColumns())),
                action == ReferentialAction.NO_ACTION ? "" : "ON DELETE " + action.sql());
        return "ALTER TABLE %s ADD CONSTRAINT %s %s"
                .formatted(key.table().sql(), name, validated(key.table(), name, definition));
    }

    /** Looks at the rows that were there before the foreign key. */
    static String validate(CatalogTable table, String quotedName) {
        return "ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(table.sql(), quotedName);
    }

    static String index(CatalogTable table, List<String> columns) {
        return "CREATE INDEX%s ON %s (%s);".formatted(concurrently(table), table.sql(), columns(columns));
    }

    static String uniqueIndex(CatalogTable table, List<String> columns) {
        return "CREATE UNIQUE INDEX%s ON %s (%s);".formatted(concurrently(table), table.sql(), columns(columns));
    }

    /** Any one action on columns of a table, such as {@code ALTER COLUMN "a" DROP NOT NULL}. */
    static String columns(CatalogTable table, List<String> columns, String change) {
        return "ALTER TABLE %s %s;"
                .formatted(
                        table.sql(),
                        columns.stream()
                                .map(column -> "ALTER COLUMN %s %s".formatted(Identifier.quoted(column), change))
                                .collect(Collectors.joining(", ")));
    }

    static String columns(List<String> stored) {
        return stored.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    }

    /** PostgreSQL takes NOT VALID on partitioned tables only since version 18. */
    private static String validated(CatalogTable table, String name, String definition) {
        if (table.kind() == CatalogTable.Kind.PARTITIONED) return definition + ";";
        return definition + " NOT VALID; " + validate(table, name);
    }

    private static String concurrently(CatalogTable table) {
        return table.kind() == CatalogTable.Kind.PARTITIONED ? "" : " CONCURRENTLY";
    }

    private static String words(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }
}
