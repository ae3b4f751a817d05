package io.github.cascadecontract.conformance.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One scenario in one run, as the page's table shows it.
 *
 * @param result what came out; null if the run has no such scenario
 * @param rows how the rows differ
 * @param verdict what the cell says
 */
record Cell(@Nullable Result result, RowDifference rows, Verdict verdict) {
    static Cell of(@Nullable Result result) {
        if (result == null) {
            return new Cell(null, RowDifference.none(), Verdict.NOT_RUN);
        }
        RowDifference rows = RowDifference.between(result.expected(), result.observed());
        return new Cell(result, rows, Verdict.of(result.status(), rows));
    }

    String symbol() {
        return concerned().isEmpty() ? verdict.symbol() : verdict.symbol() + RowDifference.size(concerned());
    }

    String words() {
        if (concerned().isEmpty()) {
            return verdict.words();
        }
        int count = RowDifference.size(concerned());
        return "fail, " + count + " " + (count == 1 ? verdict.words().replace("rows", "row") : verdict.words());
    }

    private Map<String, List<String>> concerned() {
        return switch (verdict) {
            case LOST -> rows.lost();
            case KEPT -> rows.kept();
            case CHANGED -> rows.changed();
            default -> Map.of();
        };
    }
}
