package io.github.cascadecontract.tools;

import io.github.cascadecontract.removal.Actor;
import io.github.cascadecontract.removal.Obstacle;
import io.github.cascadecontract.removal.Place;
import io.github.cascadecontract.removal.PlannedRows;
import io.github.cascadecontract.removal.RemovalPlan;
import io.github.cascadecontract.removal.RowTotals;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What drawings say about a plan. */
final class PlanWords {
    private PlanWords() {}

    static String title(RemovalPlan plan) {
        return "remove %s %s".formatted(plan.entity(), plan.id());
    }

    /** Who handles how many rows in all, or that nothing can be done. */
    static String summary(RemovalPlan plan) {
        if (plan.isBlocked()) return "BLOCKED: nothing would be removed";
        Collection<RowTotals> totals = plan.totals().values();
        StringJoiner words = new StringJoiner(" · ");
        words.add("client deletes "
                + rows(totals.stream().mapToLong(RowTotals::deletedByClient).sum()));
        addUnlessNone(
                words,
                "client changes ",
                totals.stream().mapToLong(RowTotals::updatedByClient).sum());
        addUnlessNone(
                words,
                "database deletes ",
                totals.stream().mapToLong(RowTotals::deletedByDatabase).sum());
        addUnlessNone(
                words,
                "database changes ",
                totals.stream().mapToLong(RowTotals::updatedByDatabase).sum());
        return words.toString();
    }

    private static void addUnlessNone(StringJoiner words, String verb, long rows) {
        if (rows > 0) words.add(verb + rows(rows));
    }

    /** The table, unless it is the name already; that it is not mapped, if so. */
    static List<String> table(Place place) {
        if (place.isUnmapped()) return List.of("not mapped");
        return place.name().equals(place.table()) ? List.of() : List.of("table " + place.table());
    }

    static String effect(PlannedRows planned) {
        String rows = planned.rows().isPresent() ? rows(planned.rows().getAsLong()) : "rows not counted";
        if (planned.obstacle() != null) return rows + " · in the way";
        return planned.actor() == Actor.NOBODY
                ? rows
                : rows + " · " + planned.effect().words();
    }

    static String actor(PlannedRows planned) {
        String who = planned.actor() == Actor.NOBODY
                ? "nobody acts"
                : "by " + planned.actor().words();
        return who + " · " + planned.rule().id();
    }

    static List<String> skipped(PlannedRows planned) {
        return planned.skipped().stream().map(skipped -> "without " + skipped).toList();
    }

    static String reason(Obstacle obstacle) {
        String kind = obstacle.kind().name().replace('_', ' ');
        if (obstacle.firstIds().isEmpty()) return kind;
        String more = obstacle.rows() > obstacle.firstIds().size() ? ", …" : "";
        return "%s: ids %s%s".formatted(kind, String.join(", ", obstacle.firstIds()), more);
    }

    static String rows(long rows) {
        return String.format(Locale.ROOT, rows == 1 ? "%,d row" : "%,d rows", rows);
    }
}
