package io.github.cascadecontract.catalog;

import io.github.cascadecontract.annotation.ReferentialAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a row of {@link CatalogQueries#KEYS}. */
final class KeyRows {
    private static final String MATCH_FULL = "f";

    private KeyRows() {}

    static CatalogKey read(ResultSet rows, CatalogTable table, CatalogTable parent) throws SQLException {
        List<String> columns = CatalogReader.list(rows, 7);
        List<String> changed = CatalogReader.list(rows, 9);
        return new CatalogKey(
                rows.getString(1),
                table,
                columns,
                parent,
                CatalogReader.list(rows, 8),
                action(rows.getString(4)),
                changed.isEmpty() ? columns : changed,
                rows.getBoolean(5),
                rows.getBoolean(6),
                clauses(rows));
    }

    private static CatalogKey.Clauses clauses(ResultSet rows) throws SQLException {
        ReferentialAction onUpdate = action(rows.getString(11));
        String update = onUpdate == ReferentialAction.NO_ACTION ? "" : "ON UPDATE " + onUpdate.sql();
        String deferred = rows.getBoolean(12) ? "DEFERRABLE INITIALLY DEFERRED" : "DEFERRABLE";
        String rest = Stream.of(update, rows.getBoolean(5) ? deferred : "")
                .filter(clause -> !clause.isEmpty())
                .collect(Collectors.joining(" "));
        return new CatalogKey.Clauses(MATCH_FULL.equals(rows.getString(10)) ? "MATCH FULL" : "", rest);
    }

    private static ReferentialAction action(String code) {
        return switch (code) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
