package io.github.cascadecontract.conformance.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Folds all that the stories need into {@link PageData}, everything that occurs often kept once. */
final class PageDataBuilder {
    private final Pool pool = new Pool();
    private final PageTable table;

    private PageDataBuilder(PageTable table) {
        this.table = table;
    }

    static PageData build(PageTable table) {
        PageDataBuilder builder = new PageDataBuilder(table);
        List<PageData.Column> columns =
                table.columns().stream().map(PageDataBuilder::column).toList();
        List<PageData.Row> rows = table.rows().stream().map(builder::row).toList();
        return new PageData(columns, rows, builder.pool.values());
    }

    private static PageData.Column column(Run run) {
        return new PageData.Column(
                run.adapter(), run.provider(), run.version(), run.mode(), run.bytecode(), run.door());
    }

    private PageData.Row row(PageTable.Row row) {
        Story story = row.story();
        return new PageData.Row(
                story.id(),
                story.fact(),
                pool.place(new PageData.Model(story.foreignKeys(), story.relations())),
                pool.place(story.steps()),
                rowsAt(story.seed()),
                story.decision(),
                differs(row.cells()),
                row.cells().stream().map(this::entry).toList());
    }

    /** The modes in which not all runs saw the same. */
    private List<Mode> differs(List<Cell> cells) {
        return List.of(Mode.values()).stream()
                .filter(mode -> happenings(cells, mode).size() > 1)
                .toList();
    }

    private Set<Happening> happenings(List<Cell> cells, Mode mode) {
        Set<Happening> seen = new HashSet<>();
        IntStream.range(0, cells.size())
                .filter(column -> table.columns().get(column).mode() == mode)
                .mapToObj(column -> cells.get(column).result())
                .filter(result -> result != null && result.observed() != null)
                .forEach(result -> seen.add(Happening.of(result.observed())));
        return seen;
    }

    /** What two providers must share to have done the same. */
    private record Happening(
            String outcome,
            @Nullable Map<String, List<Map<String, @Nullable Object>>> rows,
            @Nullable Map<String, RowCounts> byClient,
            @Nullable Map<String, RowCounts> byDatabase) {
        static Happening of(Observables seen) {
            return new Happening(
                    seen.outcome(), seen.finalRows(), affected(seen.byClient()), affected(seen.byDatabase()));
        }
    }

    private PageData.Entry entry(Cell cell) {
        Result result = cell.result();
        if (result == null) {
            return new PageData.Entry(cell.verdict(), null, null, null, null, null, Map.of(), Map.of(), Map.of());
        }
        return new PageData.Entry(
                cell.verdict(),
                result.rule(),
                seenAt(result.expected()),
                seenAt(result.observed()),
                pool.placeOrNull(result.difference()),
                result.note(),
                cell.rows().lost(),
                cell.rows().kept(),
                cell.rows().changed());
    }

    private @Nullable Integer seenAt(@Nullable Observables seen) {
        if (seen == null) {
            return null;
        }
        return pool.place(new PageData.Seen(
                seen.outcome(),
                seen.failedAtStep(),
                seen.finalRows() == null ? null : rowsAt(seen.finalRows()),
                affected(seen.byClient()),
                affected(seen.byDatabase()),
                seen.selects(),
                seen.sql().stream().map(this::sentAt).toList(),
                seen.looks()));
    }

    private Integer sentAt(Statement sent) {
        return pool.place(
                new PageData.Sent(sent.step(), pool.place(sent.text()), sent.times(), sent.rows(), sent.error()));
    }

    private Map<String, Integer> rowsAt(Map<String, List<Map<String, @Nullable Object>>> tables) {
        Map<String, Integer> places = new LinkedHashMap<>();
        tables.forEach((name, rows) -> places.put(name, pool.place(rows)));
        return places;
    }

    private static @Nullable Map<String, RowCounts> affected(@Nullable Map<String, RowCounts> counts) {
        if (counts == null) {
            return null;
        }
        Map<String, RowCounts> affected = new LinkedHashMap<>(counts);
        affected.values().removeIf(RowCounts::none);
        return affected;
    }
}
