package io.github.cascadecontract.preview;

import io.github.cascadecontract.catalog.CatalogTable;
import java.util.List;

/** What the plan says about tables that could not be counted. */
final class UncountedTables {
    private UncountedTables() {}

    static List<String> notes(Graph graph) {
        return graph.ways().stream()
                .flatMap(way -> way.source().path().hops().stream())
                .map(Path.Hop::table)
                .filter(table -> !isCountable(table))
                .distinct()
                .map(UncountedTables::note)
                .toList();
    }

    /** Whether rows can be told apart, and seen. */
    static boolean isCountable(CatalogTable table) {
        return table.isReadable() && table.kind() != CatalogTable.Kind.OTHER;
    }

    private static String note(CatalogTable table) {
        String reason = table.isReadable() ? "it is no table" : "this connection may not SELECT from it";
        return "Rows of %s are not counted, nor what hangs below them: %s.".formatted(table.readable(), reason);
    }
}
