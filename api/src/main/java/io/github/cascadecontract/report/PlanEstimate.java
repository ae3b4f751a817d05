package io.github.cascadecontract.report;

import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.PlannedRows;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can be said about the database's part of a flush, from plans that it carried out. */
final class PlanEstimate {
    private final List<ClientRows> client;
    private final List<RemovalPlan> plans;

    PlanEstimate(List<ClientRows> client, List<RemovalPlan> plans) {
        this.client = client;
        this.plans = plans;
    }

    DatabaseRows rows() {
        if (!plans.isEmpty())
            return new DatabaseRows.Estimated(
                    estimated(),
                    plans.stream().map(plan -> plan.entity() + " " + plan.id()).toList(),
                    notes());
        boolean deletes = client.stream().anyMatch(rows -> rows.deleted() > 0);
        return deletes
                ? new DatabaseRows.Unknown("no plan of what was removed was asked for before the flush")
                : new DatabaseRows.None();
    }

    private List<EstimatedRows> estimated() {
        List<EstimatedRows> rows = new ArrayList<>();
        totals().forEach((table, total) -> {
            if (total.deletedByDatabase() + total.updatedByDatabase() > 0)
                rows.add(new EstimatedRows(table, total.deletedByDatabase(), total.updatedByDatabase()));
        });
        return rows;
    }

    private Map<String, RowTotals> totals() {
        Map<String, RowTotals> totals = new LinkedHashMap<>();
        for (RemovalPlan plan : plans)
            plan.totals().forEach((table, rows) -> totals.merge(table, rows, RowTotals::plus));
        return totals;
    }

    private List<String> notes() {
        return Stream.of(plans.stream().flatMap(plan -> plan.notes().stream()), uncounted(), deviations())
                .flatMap(notes -> notes)
                .distinct()
                .toList();
    }

    private Stream<String> uncounted() {
        return plans.stream()
                .flatMap(RemovalPlan::all)
                .filter(rows -> rows.actor() == Actor.DATABASE && rows.rows().isEmpty())
                .map(PlannedRows::place)
                .map(place -> "rows of %s are not counted".formatted(place.table()));
    }

    /** Rows came or went after the plan, or the flush removed more than was planned. */
    private Stream<String> deviations() {
        Map<String, Long> planned = new LinkedHashMap<>();
        totals().forEach((table, rows) -> planned.put(table, rows.deletedByClient()));
        Map<String, Long> deleted = new LinkedHashMap<>();
        client.forEach(rows -> deleted.merge(rows.table(), rows.deleted(), Long::sum));
        deleted.keySet().forEach(table -> planned.putIfAbsent(table, 0L));
        return planned.entrySet().stream()
                .filter(table -> !table.getValue().equals(deleted.getOrDefault(table.getKey(), 0L)))
                .map(table -> "the client deleted %d row(s) of %s, the plan said %d"
                        .formatted(deleted.getOrDefault(table.getKey(), 0L), table.getKey(), table.getValue()));
    }
}
