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
                .filter(table -> !table.isReadable())
                .distinct()
                .map(UncountedTables::note)
                .toList();
    }

    private static String note(CatalogTable table) {
        return "Rows of %s are not counted, nor what hangs below them: this connection may not SELECT from it."
                .formatted(table.readable());
    }
}
